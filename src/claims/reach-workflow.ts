import type { ClaimRef } from '../domain/claim.ts';
import type { Deps, Workflow } from './deps.ts';

/**
 * Starting and nudging come after the record is written. If they fail, the caller's request has still been carried out:
 * the ledger knows, and the reconciler will do it.
 */
const afterTheRecord = async (deps: Deps, claimId: string, what: string, act: () => Promise<void>): Promise<void> => {
  try {
    await act();
  } catch {
    deps.log('workflow-not-reached', { claimId, what });
  }
};

export const startWorkflow = (deps: Deps, workflow: Workflow, ref: ClaimRef): Promise<void> =>
  afterTheRecord(deps, ref.claimId, 'start', () => workflow.start(ref));

/** Brings the orchestration of a claim that had ended back to work; one that still runs is nudged. */
export const resumeWorkflow = (deps: Deps, workflow: Workflow, ref: ClaimRef): Promise<void> =>
  afterTheRecord(deps, ref.claimId, 'resume', async () => {
    const state = await workflow.state(ref.claimId);
    // An ID whose orchestration has finished can be started again: the history of that one is replaced.
    if (state === 'ended' || state === 'missing') await workflow.start(ref);
    else await workflow.nudge(ref.claimId);
  });

export const nudgeWorkflow = (deps: Deps, workflow: Workflow, ref: ClaimRef): Promise<void> =>
  afterTheRecord(deps, ref.claimId, 'nudge', () => workflow.nudge(ref.claimId));
