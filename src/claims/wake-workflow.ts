import type { ClaimRef } from '../domain/claim.ts';
import type { OrchestrationState } from '../domain/redrive.ts';
import type { Deps, Workflow } from './deps.ts';

/**
 * The record is written before the orchestration is started or nudged. If that fails, the request has still been carried out: the
 * ledger has a row for it, and the reconciler will wake the orchestration.
 */
const bestEffort = async (deps: Deps, claimId: string, what: string, act: () => Promise<void>): Promise<void> => {
  try {
    await act();
  } catch {
    deps.log('workflow-not-reached', { claimId, what });
  }
};

export const startWorkflow = (deps: Deps, workflow: Workflow, ref: ClaimRef): Promise<void> =>
  bestEffort(deps, ref.claimId, 'start', () => workflow.start(ref));

/** Starts the orchestration again if it has ended, or nudges the one that runs. */
export const resumeWorkflow = (deps: Deps, workflow: Workflow, ref: ClaimRef): Promise<void> =>
  bestEffort(deps, ref.claimId, 'resume', async () => {
    if (hasEnded(await workflow.state(ref.claimId))) return workflow.start(ref);
    await workflow.nudge(ref.claimId);
    // A nudge that meets an orchestration in its last moment is lost with it.
    if (hasEnded(await workflow.state(ref.claimId))) await workflow.start(ref);
  });

/** A finished orchestration can be started again under its ID; the new one replaces its history. */
const hasEnded = (state: OrchestrationState): boolean => state === 'ended' || state === 'missing';

export const nudgeWorkflow = (deps: Deps, workflow: Workflow, ref: ClaimRef): Promise<void> =>
  bestEffort(deps, ref.claimId, 'nudge', () => workflow.nudge(ref.claimId));
