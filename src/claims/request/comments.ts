import type { Claim, ClaimRef } from '../../domain/claim.ts';
import { nextStatus, phaseOf } from '../../domain/claim-state.ts';
import { commentDigest, commentedEvent, hasRoomForComment } from '../../domain/comments.ts';
import type { Actor } from '../../domain/history.ts';
import { newSalt } from '../../domain/ids.ts';
import { unreadComments, unreadTakeoverRequests } from '../../domain/view/unread.ts';
import { asActor, type Caller } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { changeByPartner, type PartnerChange } from '../change-by-partner.ts';
import { type Change, changeClaim, type Guard } from '../change-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { addWatchRows } from '../ledger-watch.ts';
import { resumeWorkflow } from '../wake-workflow.ts';

/** The claim with one more comment. */
const commentChange = (
  { random }: Pick<Deps, 'random'>,
  claim: Claim,
  { actor, text, now }: { actor: Actor; text: string; now: Date },
): Change | Problem => {
  if (!hasRoomForComment(claim)) return new Problem('too-many-comments');
  const id = (claim.comments.at(-1)?.id ?? 0) + 1;
  const comment = { id, at: now.toISOString(), by: actor, text, salt: newSalt(random) };
  return {
    claim: { ...claim, comments: [...claim.comments, comment] },
    entries: [{ actor, event: commentedEvent, detail: { comment: id, sha256: commentDigest(comment) } }],
  };
};

/** Adds a comment to a claim of any status but `cancelled`. */
export const addComment = (deps: Deps, { caller, ref, text, guard }: PartnerChange & { text: string }) =>
  changeByPartner(deps, { ref, guard, action: 'comment' }, (claim, now) =>
    commentChange(deps, claim, { actor: asActor(caller), text, now }),
  );

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
      const notice = { kind: 'comment' as const, number: change.claim.comments.length, since: now.toISOString() };
      return { ...change, claim: { ...change.claim, notices: [...(claim.notices ?? []), notice] } };
    },
    {
      beforeWrite: (after) => addWatchRows(deps, after),
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
