import type { Claim } from '../claim.ts';

/** By when the customer has to answer; undefined while no time runs: before the request has left, under inquiry, and afterwards. */
export const openDeadline = ({ status, inquiry, request }: Claim): string | undefined =>
  status === 'submitted' && inquiry === undefined ? request?.deadline : undefined;
