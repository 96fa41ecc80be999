import { setTimeout as pause } from 'node:timers/promises';
import { watchTimes } from '../../../domain/next-step.ts';
import { type OrchestrationState, restartRefusal, resumeRefusal } from '../../../domain/redrive.ts';
import { DependencyUnavailable, Problem } from '../../../lib/result.ts';
import { changeClaim } from '../../change-claim.ts';
import type { Deps, Workflow } from '../../deps.ts';
import type { OperatorChange } from './operator-change.ts';

const pollMs = 200;
/** How often the state of a terminated orchestration is read: 10 s in all. */
const maxPolls = 50;

/** Lets the suspended orchestration of a claim go on where it stopped. What was nudged meanwhile is heard then. */
export const resumeOrchestration = async (
  deps: Deps,
  workflow: Workflow,
  { by, ref, reason, guard }: OperatorChange,
) => {
  const refusal = resumeRefusal(await workflow.state(ref.claimId));
  const stored = await changeClaim(
    deps,
    ref,
    (claim) =>
      refusal === undefined
        ? { claim, entries: [{ actor: by, event: 'workflow-resumed', detail: { reason } }] }
        : new Problem('action-not-allowed', refusal),
    guard,
  );
  if (!(stored instanceof Problem)) await workflow.resume(ref.claimId);
  return stored;
};

/**
 * Starts the orchestration of a claim from the record, after ending one that is suspended. After a crash in between, its state is
 * `ended`: a restart or the reconciler starts it.
 */
export const restartOrchestration = async (
  deps: Deps,
  workflow: Workflow,
  { by, ref, reason, guard }: OperatorChange,
) => {
  const found = await workflow.state(ref.claimId);
  const stored = await changeClaim(
    deps,
    ref,
    (claim) => {
      const refusal = restartRefusal(found, watchTimes(claim, deps.graceSeconds).length > 0);
      return refusal === undefined
        ? { claim, entries: [{ actor: by, event: 'workflow-restarted', detail: { reason, found } }] }
        : new Problem('action-not-allowed', refusal);
    },
    guard,
  );
  if (stored instanceof Problem) return stored;
  if (found === 'suspended') await terminate(workflow, ref.claimId);
  await workflow.start(ref);
  return stored;
};

const terminate = async (workflow: Workflow, claimId: string): Promise<void> => {
  await workflow.terminate(claimId);
  let state: OrchestrationState = 'suspended';
  for (let polls = 0; polls < maxPolls && state !== 'ended'; polls += 1) {
    if (polls > 0) await pause(pollMs);
    state = await workflow.state(claimId);
  }
  if (state !== 'ended') throw new DependencyUnavailable('The durable extension has not ended the orchestration yet.');
};
