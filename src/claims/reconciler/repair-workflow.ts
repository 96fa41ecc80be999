import { type Claim, refOf } from '../../domain/claim.ts';
import type { Actor } from '../../domain/history.ts';
import { type Finding, repairOf } from '../../domain/redrive.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps, Workflow } from '../deps.ts';

/** Brings the orchestration of a claim in flight back: starts one that is missing or ended, nudges one that runs. */
export const repairWorkflow = async (deps: Deps, workflow: Workflow, claim: Claim, actor: Actor): Promise<Finding> => {
  const state = await workflow.state(claim.id);
  const repair = repairOf(state);
  if (repair === 'leave-suspended') return 'suspended';
  if (repair === 'wake') {
    await workflow.nudge(claim.id);
    return 'nudged';
  }
  await changeClaim(deps, refOf(claim), (current) => ({
    claim: current,
    entries: [{ actor, event: 'workflow-restarted', detail: { found: state } }],
  }));
  await workflow.start(refOf(claim));
  return 'restarted';
};
