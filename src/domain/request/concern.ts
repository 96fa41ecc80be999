import type { Claim } from '../claim.ts';
import { isForeignMailbox } from '../customer/mailbox.ts';
import { isUndelivered } from '../delivery.ts';
import type { Concern, ConcernKind } from './concern-shape.ts';

/** The concern of this kind that was raised with the present link, if there is one. */
export const concernOf = ({ concerns, link }: Claim, kind: ConcernKind): Concern | undefined =>
  concerns?.find((concern) => concern.kind === kind && concern.linkVersion === link?.version);

/** Asking the same person again does not undo what that person said. */
const isDoubted = ({ concerns = [], customerContact }: Claim): boolean =>
  concerns.some(
    ({ kind, email }) => kind === 'not-expected' || email.toLowerCase() === customerContact?.email?.toLowerCase(),
  );

/**
 * What no answer means for a submitted claim: what the record says since its submission. A customer who did not expect the
 * request, is the wrong person to ask, waits for the reply to a question, or never got the mail does not approve by silence; nor does an address that is not known as
 * the customer's. Nor does silence displace anyone: `holders` are the claims that an approval would end.
 */
export const outcomeOnSilence = (claim: Claim, holders: Claim[] | 'unnamed'): 'expire' | 'approve' =>
  claim.policy?.onSilence === 'approve' &&
  holders.length === 0 &&
  !isForeignMailbox(claim) &&
  claim.inquiry === undefined &&
  claim.question === undefined &&
  !isDoubted(claim) &&
  !isUndelivered(claim)
    ? 'approve'
    : 'expire';
