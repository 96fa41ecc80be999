import type { ClaimRef } from '../domain/claim.ts';
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
    const state = await workflow.state(ref.claimId);
    // A finished orchestration can be started again under its ID; the new one replaces its history.
    if (state === 'ended' || state === 'missing') await workflow.start(ref);
    else await workflow.nudge(ref.claimId);
  });

export const nudgeWorkflow = (deps: Deps, workflow: Workflow, ref: ClaimRef): Promise<void> =>
  bestEffort(deps, ref.claimId, 'nudge', () => workflow.nudge(ref.claimId));
