import type { Claim } from '../domain/claim.ts';
import { claimTitle, customerName } from '../words/claim-words.ts';
import { momentInWords } from '../words/moments.ts';
import { compose } from './layout.ts';
import type { Mail } from './sender.ts';

/** To the author of a draft that nobody touched for long: it will be cancelled. None when no address is known. */
export const draftExpiringMail = (claim: Claim, cancelAt: string): Mail | undefined => {
  const author = claim.createdByEmail
    ? { address: claim.createdByEmail, name: claim.createdBy.name ?? '' }
    : { address: claim.partnerContact?.email ?? '', name: claim.partnerContact?.name ?? '' };
  if (author.address === '') return undefined;
  const subject = `A draft will be cancelled: ${claim.name ?? customerName(claim)}`;
  return {
    kind: 'draft-expiring',
    // One for every time that the draft was touched and left alone again.
    number: claim.version,
    partnerId: claim.partnerId,
    claimId: claim.id,
    to: author,
    subject,
    ...compose(subject, [
      { paragraph: `Dear ${author.name || 'colleague'},` },
      { paragraph: 'Nobody has worked on this draft for a long time.' },
      {
        facts: [
          ['Draft', claimTitle(claim)],
          ['Customer', `${customerName(claim)} (${claim.customer.domain})`],
          ['Last changed', momentInWords(claim.updatedAt)],
        ],
      },
      { paragraph: `It will be cancelled on ${momentInWords(cancelAt)}.` },
      { paragraph: 'To keep it, change anything in it or submit it. To be rid of it, you need to do nothing.' },
    ]),
  };
};
