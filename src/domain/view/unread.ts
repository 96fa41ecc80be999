import type { Claim } from '../claim.ts';

/** How many comments of operations the partner has not marked as read. */
export const unreadComments = ({ comments, commentsReadTo = 0 }: Claim): number =>
  comments.filter(({ id, by }) => id > commentsReadTo && by.kind === 'operator').length;

/** How many other partners have asked for the same association since the partner last marked that as read. */
export const unreadContests = ({ contests = [], contestsRead = 0 }: Claim): number => contests.length - contestsRead;
