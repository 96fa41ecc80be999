import type { Claim, Concern, ConcernKind } from '../claim.ts';
import { isUndelivered } from '../delivery.ts';

/** The concern of this kind that was raised with the present link, if there is one. */
export const concernOf = ({ concerns, link }: Claim, kind: ConcernKind): Concern | undefined =>
  concerns?.find((concern) => concern.kind === kind && concern.linkVersion === link?.version);

/** Asking the same person again does not undo what that person said. */
const isDoubted = ({ concerns = [], customerContact }: Claim): boolean =>
  concerns.some(
    ({ kind, email }) => kind === 'not-expected' || email.toLowerCase() === customerContact?.email?.toLowerCase(),
  );

/**
 * What no answer means for this claim: what it meant when it was submitted (`onSilence` is for claims of the first build).
 * Somebody who did not expect the request, is the wrong one to ask, or never got the mail does not approve by silence.
 */
export const silenceMeans = (claim: Claim, onSilence: 'expire' | 'approve'): 'expire' | 'approve' =>
  isDoubted(claim) || isUndelivered(claim) ? 'expire' : (claim.onSilence ?? onSilence);
