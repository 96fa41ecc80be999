import type { Claim } from '../domain/claim.ts';
import type { Service } from '../domain/service.ts';
import { claimTitle, customerInWords, customerName, partnerVoice } from '../words/claim-words.ts';
import { momentInWords } from '../words/moments.ts';
import type { Mail } from './sender.ts';
import { toPartner } from './to-partner.ts';

/** To the author of a draft that has not been changed for long: it will be cancelled. None when no address is known. */
export const draftExpiringMail = (service: Service, claim: Claim, cancelAt: string): Mail | undefined => {
  const to = claim.createdByEmail ? { email: claim.createdByEmail, name: claim.createdBy.name } : claim.partnerContact;
  if (!to?.email) return undefined;
  return toPartner(service, claim, {
    kind: 'draft-expiring',
    // One for every time that the draft was touched and left alone again.
    number: claim.version,
    to,
    subject: `A draft will be cancelled: ${claim.name ?? customerName(claim)}`,
    opening: ['This draft has not been changed for a long time.'],
    facts: {
      facts: [
        ['Draft', claimTitle(claim)],
        ['Customer', customerInWords(claim, partnerVoice(claim))],
        ['Last changed', momentInWords(claim.updatedAt)],
      ],
    },
    closing: [
      `It will be cancelled on ${momentInWords(cancelAt)}.`,
      "To keep it, change anything in it or submit it. If you no longer need it, you don't have to do anything.",
    ],
  });
};
