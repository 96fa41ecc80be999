import type { Claim, Decision } from '../../domain/claim.ts';
import { nextStatus, phaseOf } from '../../domain/claim-state.ts';
import { customerActor } from '../../domain/customer/customer-actor.ts';
import { codeState, isCode, triesLeft, withWrongCode } from '../../domain/request/answer-code.ts';
import { withoutQuestion } from '../../domain/request/question.ts';
import { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { type Change, type Unchanged, unchanged } from '../change-claim.ts';
import { beforeClosing, closingChange, codeDetail } from '../close-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { completeApproval } from '../holder/complete-approval.ts';
import { takeSubjects } from '../holder/take-subjects.ts';
import { replacedRows } from '../ledger-watch.ts';
import { withRequestSent } from '../request/sent-request.ts';
import { nudgeWorkflow, resumeWorkflow } from '../wake-workflow.ts';
import { changeByLink, type LinkView } from './open-link.ts';

/** `seen`: who held what is asked for, as the page said it: see `seenOf`. `code`: the code that was typed. */
export type CustomerAnswer = { outcome: 'approved' | 'declined'; reason?: string; seen: string; code?: string };

/** An answer that waits for its code. */
export type AnsweredWithCode = Omit<CustomerAnswer, 'code'>;

/** Why an answer is not taken before a code is typed; `needed`: none was. Only `wrong` counts as a try. */
export type CodeRefusal =
  | { code: 'needed' | 'none' | 'expired' | 'spent' | 'malformed' }
  | { code: 'wrong'; left: number };

/**
 * Records the customer's answer: the record first, then the nudge. The same answer again is a success that changes nothing;
 * another answer finds the first one standing. An approval first takes what is asked for; when another partner's association has to
 * end for it, that comes between the answer and the approval. `holdersChanged`: others hold it by now than the page said, and
 * nothing was recorded. `refusal`: the claim's policy asks for a code first, and the right one was not typed. The view says what
 * stands now.
 */
export const recordDecision = async (
  deps: Deps,
  workflow: Workflow,
  token: string,
  answer: CustomerAnswer,
): Promise<{ recorded: boolean; holdersChanged?: true; refusal?: CodeRefusal; view: LinkView }> => {
  const changed = await changeByLink<LinkView | 'holders-changed' | CodeRefusal>(
    deps,
    token,
    async (claim, view, now) => {
      if (view.show !== 'request') return unchanged(view);
      const refused = codeRefusal(deps, claim, answer, now);
      if (refused !== undefined) return refused;
      // Who has the link got the mail with it, whether or not it was recorded before the process died.
      const asked = (change: Change | Problem) =>
        change instanceof Problem ? change : withRequestSent(deps, change, 'answer', now);
      if (answer.outcome === 'declined') return asked(decisionChange(claim, answer, now));
      const taken = await takeSubjects(deps, claim, { seen: answer.seen, now });
      if ('heldBy' in taken) return unchanged('holders-changed');
      return asked(taken.from.length === 0 ? decisionChange(claim, answer, now) : takeoverChange(claim, answer, now));
    },
    // The row that watches an approval was written together with what it takes.
    () => ({
      beforeWrite: (after, before) =>
        after.status === 'declined'
          ? beforeClosing(deps).beforeWrite(after, before)
          : replacedRows(deps, after, before),
    }),
  );
  if (!('claim' in changed)) return { recorded: false, view: changed.view };
  const reason = changed.unchanged;
  if (reason === undefined) {
    const { answerCode, decision } = changed.claim;
    if (decision === undefined && answerCode !== undefined) {
      return { recorded: false, refusal: { code: 'wrong', left: triesLeft(answerCode) }, view: changed.view };
    }
    const claim = await completed(deps, workflow, changed);
    await nudgeWorkflow(deps, workflow, changed.ref);
    return { recorded: true, view: { show: 'outcome', claim } };
  }
  if (reason === 'holders-changed') return { recorded: false, holdersChanged: true, view: changed.view };
  if ('code' in reason) return { recorded: false, refusal: reason, view: changed.view };
  const standing = reason.show === 'outcome' && reason.claim.decision?.outcome === answer.outcome;
  return { recorded: standing, view: reason };
};

/** The answer is on the record: what fails from here on is carried through by the reconciler. */
const completed = async (deps: Deps, workflow: Workflow, stored: StoredClaim): Promise<Claim> => {
  try {
    const approved = await completeApproval(deps, stored, (ref) => resumeWorkflow(deps, workflow, ref));
    return approved instanceof Problem ? stored.claim : approved.claim;
  } catch {
    deps.log('approval-not-completed', { claimId: stored.claim.id });
    return stored.claim;
  }
};

/** Why the answer is not taken: a code is missing, or was typed wrong, which counts. Undefined if it is taken. */
const codeRefusal = (
  { answerCodes }: Deps,
  claim: Claim,
  { outcome, code }: CustomerAnswer,
  now: Date,
): Change | Unchanged<CodeRefusal> | undefined => {
  if (!claim.policy?.secondFactor) return undefined;
  if (code === undefined) return unchanged({ code: 'needed' });
  const { answerCode } = claim;
  const state = codeState(claim, outcome, now);
  if (answerCode === undefined || state !== 'open') return unchanged({ code: state === 'open' ? 'none' : state });
  if (!isCode(code)) return unchanged({ code: 'malformed' });
  if (answerCodes.matches(claim, answerCode, code)) return undefined;
  const after = withWrongCode(claim, answerCode);
  return { claim: after, entries: [{ actor: customerActor(claim), event: 'code-refused' }] };
};

/** The decision, and what was proven with it. */
const decisionOf = (claim: Claim, { outcome, reason }: CustomerAnswer, now: Date): Decision => ({
  outcome,
  decidedAt: now.toISOString(),
  ...(reason ? { reason } : {}),
  ...(claim.policy?.secondFactor && claim.answerCode
    ? { code: { sentTo: claim.customerContact?.email ?? '', sentAt: claim.answerCode.issuedAt } }
    : {}),
});

const withoutCode = ({ answerCode, ...claim }: Claim): Claim => claim;

const decisionChange = (claim: Claim, answer: CustomerAnswer, now: Date) => {
  const { outcome, reason } = answer;
  return closingChange(withoutCode(claim), {
    event: outcome === 'approved' ? 'approve' : 'decline',
    actor: customerActor(claim),
    now,
    reason,
    ...(outcome === 'approved' ? { consent: 'explicit' as const } : {}),
    decision: decisionOf(claim, answer, now),
  });
};

/** The approval is on the record, and the claim approved once the former association has ended. */
const takeoverChange = (claim: Claim, answer: CustomerAnswer, now: Date): Change | Problem => {
  const status = nextStatus(phaseOf(claim), 'approve-takeover', 'customer');
  if (status instanceof Problem) return status;
  const decision = decisionOf(claim, answer, now);
  return {
    claim: { ...withoutQuestion(withoutCode(claim)), status, decision },
    entries: [
      {
        actor: customerActor(claim),
        event: 'approve-takeover',
        ...(decision.code ? { detail: codeDetail(decision) } : {}),
      },
    ],
  };
};
