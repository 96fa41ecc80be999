import type { Claim } from './claim.ts';

/** A claim is one table entity of 1 MiB at most: comments leave room for everything else. */
const maxComments = 100;

/** Whether the claim takes one more comment. */
export const hasRoomForComment = ({ comments }: Claim): boolean => comments.length < maxComments;
