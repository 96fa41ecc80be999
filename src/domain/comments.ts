import type { Claim } from './claim.ts';
import { sha256Of } from './digest.ts';
import type { Actor } from './history.ts';
import { newSalt, type RandomBytes } from './ids.ts';
import { hasRoom } from './record-size.ts';
import type { Comment } from './request/thread-shape.ts';

const maxComments = 100;

/** Whether the claim takes one more comment. Questions are few, so there is always room for a reply. */
export const hasRoomForComment = (claim: Claim, { isReply }: { isReply: boolean }): boolean => {
  if (isReply) return true;
  const own = claim.comments.filter(({ by, answers }) => by.kind !== 'customer' && answers === undefined);
  return own.length < maxComments && hasRoom(claim);
};

/** The next comment of the claim. */
export const nextComment = (
  { comments }: Claim,
  { by, text, now, random }: { by: Actor; text: string; now: Date; random: RandomBytes },
): Comment => ({
  id: (comments.at(-1)?.id ?? 0) + 1,
  at: now.toISOString(),
  by,
  text,
  salt: newSalt(random),
});

/** What the history keeps of a comment: its number, and the hash of its text. */
export const commentDetail = (comment: Comment): { comment: number; sha256: string } => ({
  comment: comment.id,
  sha256: commentDigest(comment),
});

/** The events of a comment, and of a question of the customer; their entries have its number, and the hash of its text. */
export const commentedEvent = 'commented';
export const questionAskedEvent = 'question-asked';
export const writtenEvents: ReadonlySet<string> = new Set([commentedEvent, questionAskedEvent]);

/** The hash of what a comment says, for the history. */
export const commentDigest = ({ id, text, salt }: Comment): string => sha256Of({ id, text, salt });

/** A comment as people see it. */
export const commentView = ({ salt, ...shown }: Comment) => shown;
