import type { Claim } from '../claim.ts';
import { pausedUntil } from './pause.ts';

/** By when the customer has to answer; undefined while no time runs: before the request has left, in a pause, and afterwards. */
export const openDeadline = (claim: Claim): string | undefined =>
  claim.status === 'submitted' && pausedUntil(claim) === undefined ? claim.request?.deadline : undefined;
