import type { Claim, Notice } from '../domain/claim.ts';
import { concernOf } from '../domain/concern.ts';
import { claimFacts } from './claim-facts.ts';
import { customerName, partnerVoice } from './claim-words.ts';
import { contactChangedMail } from './contact-changed.ts';
import { deliveryFailedMail } from './delivery-failed.ts';
import { compose } from './layout.ts';
import type { Mail } from './sender.ts';

/** The mail for what came up while the claim waits for the customer; none when the claim has moved on since. */
export const noticeMail = (claim: Claim, notice: Notice): Mail | undefined => {
  switch (notice.kind) {
    case 'not-the-right-person':
      return notRightPersonMail(claim, notice.number);
    case 'contact-changed':
      return contactChangedMail(claim, notice);
    case 'delivery-failed':
      return deliveryFailedMail(claim, notice.number);
  }
};

/** To the partner contact. `number` is the version of the link that it was said with. */
const notRightPersonMail = (claim: Claim, number: number): Mail | undefined => {
  const concern = concernOf(claim, 'not-the-right-person');
  // Somebody else is asked by now: that is what this mail would ask for.
  if (concern?.linkVersion !== number) return undefined;
  const { name = '', email = '' } = claim.customerContact ?? {};
  const partner = claim.partnerContact?.name ?? '';
  const subject = `Another customer contact is needed: ${customerName(claim)}`;
  return {
    kind: 'not-the-right-person',
    number,
    partnerId: claim.partnerId,
    claimId: claim.id,
    to: { address: claim.partnerContact?.email ?? '', name: partner },
    subject,
    ...compose(subject, [
      { paragraph: `Dear ${partner},` },
      { paragraph: `${name} (${email}) says that they are not the right person to answer your claim.` },
      ...(concern.text ? [{ paragraph: `They wrote: "${concern.text}"` }] : []),
      claimFacts(claim),
      {
        paragraph:
          'Please change the customer contact of the claim. The request then goes to the new person, and the link in the earlier mail stops working.',
      },
      {
        paragraph: claim.request
          ? `The claim is still open. Without a change it waits for an answer until ${partnerVoice(claim).moment(claim.request.deadline)}; ${name} gets no more reminders.`
          : 'The claim is still open.',
      },
    ]),
  };
};
