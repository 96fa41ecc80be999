import type { Claim, ClaimRef } from '../../domain/claim.ts';
import { nextStatus, phaseOf } from '../../domain/claim-state.ts';
import { commentDetail, commentedEvent, hasRoomForComment, nextComment } from '../../domain/comments.ts';
import type { Actor } from '../../domain/history.ts';
import { openDeadline } from '../../domain/request/open-deadline.ts';
import { withClockRunning } from '../../domain/request/question.ts';
import { unreadComments, unreadTakeoverRequests } from '../../domain/view/unread.ts';
import { asActor, type Caller } from '../../identity/caller.ts';
import { present } from '../../lib/present.ts';
import { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { changeByPartner, type PartnerChange } from '../change-by-partner.ts';
import { type Change, changeClaim, type Guard } from '../change-claim.ts';
import { datedPolicy } from '../dated-policy.ts';
import type { Deps, Workflow } from '../deps.ts';
import { addWatchRows } from '../ledger-watch.ts';
import { resumeWorkflow } from '../wake-workflow.ts';

/** The claim with one more comment. */
const commentChange = (
  { random }: Pick<Deps, 'random'>,
  claim: Claim,
  { actor, text, now, isReply = false }: { actor: Actor; text: string; now: Date; isReply?: boolean },
): Change | Problem => {
  if (!hasRoomForComment(claim, { isReply })) return new Problem('too-many-comments');
  const comment = nextComment(claim, { by: actor, text, now, random });
  return {
    claim: { ...claim, comments: [...claim.comments, comment] },
    entries: [{ actor, event: commentedEvent, detail: commentDetail(comment) }],
  };
};

/**
 * Adds a comment to a claim of any status but `cancelled`. With `answers`, the number of the open question, it is the reply: the
 * orchestration mails it to the customer, and the time to answer goes on. No other comment reaches the customer, since its author
 * may not have seen the question.
 */
export const addComment = async (
  deps: Deps,
  workflow: () => Workflow,
  { caller, ref, text, answers, guard }: PartnerChange & { text: string; answers?: number | undefined },
) => {
  const stored = await changeByPartner(
    deps,
    { ref, guard, action: 'comment' },
    (claim, now) => {
      const isReply = answers !== undefined;
      if (isReply && answers !== claim.question?.comment) return noSuchQuestion(answers);
      const change = commentChange(deps, claim, { actor: asActor(caller), text, now, isReply });
      return isReply && !(change instanceof Problem) ? replyChange(deps, change, now) : change;
    },
    { beforeWrite: async (after, before) => (answers === undefined ? undefined : addWatchRows(deps, after, before)) },
  );
  if (!(stored instanceof Problem) && answers !== undefined) await resumeWorkflow(deps, workflow(), ref);
  return stored;
};

const noSuchQuestion = (answers: number): Problem =>
  new Problem(
    'action-not-allowed',
    `Comment ${answers} is not a question that waits for a reply, so nothing was sent to the customer. Read the claim again.`,
  );

/** The same comment as the reply to the open question. */
const replyChange = (deps: Deps, { claim, entries: [commented] }: Change, now: Date): Change => {
  const { question, ...kept } = withClockRunning(claim, now, datedPolicy(deps, claim));
  const [reply] = kept.comments
    .slice(-1)
    .map((comment) => ({ ...comment, ...present({ answers: question?.comment }) }));
  const notice = { kind: 'reply' as const, number: reply?.id ?? 0, since: now.toISOString() };
  const detail = { ...commented.detail, ...present({ answers: question?.comment, deadline: openDeadline(kept) }) };
  return {
    claim: {
      ...kept,
      comments: [...kept.comments.slice(0, -1), ...(reply ? [reply] : [])],
      notices: [...(kept.notices ?? []), notice],
    },
    entries: [{ ...commented, detail }],
  };
};

/**
 * Operations write to the partner about a claim that partners can comment on: the record first, then the mail, by the
 * orchestration. A draft has none, so one is started for the mail.
 */
export const commentAsOperator = async (
  deps: Deps,
  workflow: Workflow,
  { actor, ref, text, guard }: { actor: Actor; ref: ClaimRef; text: string; guard: Guard },
): Promise<StoredClaim | Problem> => {
  const stored = await changeClaim(
    deps,
    ref,
    (claim, now) => {
      const status = nextStatus(phaseOf(claim), 'comment', 'partner');
      if (status instanceof Problem) return status;
      const change = commentChange(deps, claim, { actor, text, now });
      if (change instanceof Problem) return change;
      const notice = {
        kind: 'comment' as const,
        number: change.claim.comments.at(-1)?.id ?? 0,
        since: now.toISOString(),
      };
      return { ...change, claim: { ...change.claim, notices: [...(claim.notices ?? []), notice] } };
    },
    {
      beforeWrite: (after, before) => addWatchRows(deps, after, before),
      ...guard,
    },
  );
  if (!(stored instanceof Problem)) await resumeWorkflow(deps, workflow, ref);
  return stored;
};

/** The partner has read all comments, and that others ask to take over. */
export const readComments = (deps: Deps, caller: Caller, ref: ClaimRef) =>
  changeClaim(deps, ref, (claim) => {
    const last = claim.comments.at(-1)?.id ?? 0;
    const requests = claim.takeoverRequests?.length;
    if (unreadComments(claim) + unreadTakeoverRequests(claim) === 0) return 'unchanged';
    const actor = asActor(caller);
    return {
      claim: { ...claim, commentsReadTo: last, ...(requests ? { takeoverRequestsRead: requests } : {}) },
      entries: [{ actor, event: 'comments-read', detail: { comment: last } }],
    };
  });
