import type { Claim } from '../claim.ts';

/** How many comments of operations the partner has not marked as read. */
export const unreadComments = ({ comments, commentsReadTo = 0 }: Claim): number =>
  comments.filter(({ id, by }) => id > commentsReadTo && by.kind === 'operator').length;

/** How many other partners have asked to take over the association since the partner last marked that as read. */
export const unreadTakeoverRequests = ({ takeoverRequests = [], takeoverRequestsRead = 0 }: Claim): number =>
  takeoverRequests.length - takeoverRequestsRead;
