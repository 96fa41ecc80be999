import type { ClaimRef } from '../domain/claim.ts';
import { nextStatus } from '../domain/claim-state.ts';
import { Problem } from '../domain/result.ts';
import { asActor, type Caller } from '../identity/caller.ts';
import { changeClaim, type Guard } from './change-claim.ts';
import type { Deps } from './deps.ts';

/** A claim is one table entity of 1 MiB at most: comments leave room for everything else. */
const maxComments = 100;

/** Adds a comment to a draft or to an approved claim. */
export const addComment = (deps: Deps, caller: Caller, ref: ClaimRef, text: string, options: Guard) =>
  changeClaim(
    deps,
    ref,
    (claim, now) => {
      const status = nextStatus(claim.status, 'comment', 'partner');
      if (status instanceof Problem) return status;
      if (claim.comments.length >= maxComments) return new Problem('too-many-comments');
      const actor = asActor(caller);
      const id = (claim.comments.at(-1)?.id ?? 0) + 1;
      return {
        claim: { ...claim, status, comments: [...claim.comments, { id, at: now.toISOString(), by: actor, text }] },
        entries: [{ actor, event: 'commented', from: claim.status, to: status, detail: { comment: id } }],
      };
    },
    options,
  );
