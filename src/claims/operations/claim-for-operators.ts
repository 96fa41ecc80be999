import type { Claim, ClaimRef } from '../../domain/claim.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import { aboutRedrive, type OrchestrationState, type RedrivePlan, redrivePlan } from '../../domain/redrive.ts';
import { Problem } from '../../lib/result.ts';
import type { Deps, Workflow } from '../deps.ts';

/** A claim with what operators need to decide about it. */
export type OperatorClaimView = {
  claim: Claim;
  orchestration: OrchestrationState;
  redrive: RedrivePlan;
  hold?: NonNullable<Claim['legalHold']>;
  operatorActions: HistoryEntry[];
};

export const claimForOperators = async (
  deps: Deps,
  workflow: Workflow,
  ref: ClaimRef,
): Promise<OperatorClaimView | Problem> => {
  const claim = (await deps.claims.read(ref))?.claim;
  if (claim === undefined) return new Problem('claim-not-found');
  const [orchestration, history] = await Promise.all([workflow.state(claim.id), deps.claims.history(ref)]);
  const { legalHold } = claim;
  return {
    claim,
    orchestration,
    redrive: redrivePlan(aboutRedrive(claim, deps.graceSeconds), orchestration),
    ...(legalHold ? { hold: legalHold } : {}),
    operatorActions: history.filter(({ actor }) => actor.kind === 'operator'),
  };
};
