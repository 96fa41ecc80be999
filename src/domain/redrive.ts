import type { Claim } from './claim.ts';
import { watchTimes } from './next-step.ts';
import { inquiryFlag } from './request/inquiry.ts';

/** What a redrive does. The preview and the redrive itself use the same rules. */

export const orchestrationStates = ['missing', 'running', 'suspended', 'ended'] as const;
export type OrchestrationState = (typeof orchestrationStates)[number];
const repairs = ['wake', 'start', 'leave-suspended'] as const;
export type Repair = (typeof repairs)[number];
export const redriveEffects = ['nothing', 'clear-flag', ...repairs] as const;
export type RedrivePlan = { does: (typeof redriveEffects)[number]; words: string };

/** How an orchestration in this state is brought back. */
export const repairOf = (state: OrchestrationState): Repair =>
  state === 'suspended' ? 'leave-suspended' : state === 'running' ? 'wake' : 'start';

/** Why an orchestration in this state is not resumed; undefined if it is. */
export const resumeRefusal = (state: OrchestrationState): string | undefined =>
  state === 'suspended'
    ? undefined
    : `Only a suspended orchestration can be resumed; this one is ${stateInWords[state]}.`;

/** Why an orchestration in this state is not restarted; undefined if it is. `remains`: whether any step of the claim does. */
export const restartRefusal = (state: OrchestrationState, remains: boolean): string | undefined => {
  if (!remains) return 'Nothing remains to be done for the claim.';
  return state === 'running' ? 'The orchestration is running: redrive the claim to wake it.' : undefined;
};

const stateInWords: Record<OrchestrationState, string> = {
  missing: 'missing',
  running: 'running',
  suspended: 'suspended',
  ended: 'over',
};

const words: Record<RedrivePlan['does'], string> = {
  nothing: 'Nothing remains to be done: a redrive is refused.',
  'clear-flag': 'Clears the mark. Nothing else remains to be done.',
  wake: 'Wakes the orchestration, which runs: it takes the step that is due.',
  start: 'Starts the orchestration, which is gone or has ended: it goes on where the record is.',
  'leave-suspended': 'Leaves the orchestration alone, which is suspended: resume it first.',
};

/** The flag that a redrive leaves on a claim: an inquiry ends with its release only. */
export const flagAfterRedrive = ({ inquiry }: Claim): Pick<Claim, 'attention'> =>
  inquiry ? { attention: inquiryFlag(inquiry) } : {};

/** What a redrive needs to know of a claim: whether any step remains, and whether it has a flag that is cleared. */
export const aboutRedrive = (claim: Claim, graceSeconds: number): { remains: boolean; marked: boolean } => ({
  remains: watchTimes(claim, graceSeconds).length > 0,
  marked: claim.attention !== undefined && claim.attention.reason !== flagAfterRedrive(claim).attention?.reason,
});

/** What a redrive of such a claim does while its orchestration is in this state. */
export const redrivePlan = (
  { remains, marked }: { remains: boolean; marked: boolean },
  state: OrchestrationState,
): RedrivePlan => {
  const does = remains ? repairOf(state) : marked ? 'clear-flag' : 'nothing';
  const also = remains && marked ? ' The mark is cleared.' : '';
  return { does, words: `${words[does]}${also}` };
};

/** What the reconciler found of an overdue step, and did about it. */
export type Finding = 'nudged' | 'restarted' | 'suspended';

const findingMessages: Record<Finding | '', string> = {
  '': 'The reconciler has not looked at it.',
  nudged: 'The orchestration runs and was woken, and the step has not been taken yet.',
  restarted: 'The orchestration was gone and was started, and the step has not been taken yet.',
  suspended: 'The orchestration is suspended.',
};

/** The finding in words; `''` before the reconciler has looked. */
export const findingMessage = (finding: Finding | ''): string => findingMessages[finding];

/** Whether a step of the claim should have been taken by now. */
export const isOverdue = (claim: Claim, graceSeconds: number, now: Date): boolean =>
  watchTimes(claim, graceSeconds).some((instant) => Date.parse(instant) <= now.getTime());

/** By its row, a step is overdue. Whether it still remains to be taken, the record says: see `isOverdue`. */
export const isStuck = ({ dueAt, attempts }: { dueAt: string; attempts: number }, now: Date): boolean =>
  attempts > 0 || dueAt <= now.toISOString();
