import type { Claim, Comment } from './claim.ts';
import { sha256Of } from './digest.ts';

/** A claim is one table entity of 1 MiB at most: comments leave room for everything else. */
const maxComments = 100;

/** Whether the claim takes one more comment. */
export const hasRoomForComment = ({ comments }: Claim): boolean => comments.length < maxComments;

/** The event of a comment; its entry has the comment's number, and the hash of its text. */
export const commentedEvent = 'commented';

/** The hash of what a comment says, for the history. */
export const commentDigest = ({ id, text, salt }: Comment): string => sha256Of({ id, text, salt });

/** A comment as people see it. */
export const commentView = ({ salt, ...shown }: Comment) => shown;
