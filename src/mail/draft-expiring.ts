import type { Claim } from '../domain/claim.ts';
import { claimTitle, customerInWords, customerName, partnerVoice } from '../words/claim-words.ts';
import { momentInWords } from '../words/moments.ts';
import type { Mail } from './sender.ts';
import { toPartner } from './to-partner.ts';

/** To the author of a draft that nobody touched for long: it will be cancelled. None when no address is known. */
export const draftExpiringMail = (claim: Claim, cancelAt: string): Mail | undefined => {
  const to = claim.createdByEmail ? { email: claim.createdByEmail, name: claim.createdBy.name } : claim.partnerContact;
  if (!to?.email) return undefined;
  return toPartner(claim, {
    kind: 'draft-expiring',
    // One for every time that the draft was touched and left alone again.
    number: claim.version,
    to,
    subject: `A draft will be cancelled: ${claim.name ?? customerName(claim)}`,
    opening: ['Nobody has worked on this draft for a long time.'],
    facts: {
      facts: [
        ['Draft', claimTitle(claim)],
        ['Customer', customerInWords(claim, partnerVoice(claim))],
        ['Last changed', momentInWords(claim.updatedAt)],
      ],
    },
    closing: [
      `It will be cancelled on ${momentInWords(cancelAt)}.`,
      'To keep it, change anything in it or submit it. To be rid of it, you need to do nothing.',
    ],
  });
};
