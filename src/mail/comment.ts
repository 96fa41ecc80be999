import type { Claim } from '../domain/claim.ts';
import { customerName } from '../words/claim-words.ts';
import type { Mail } from './sender.ts';
import { toPartner } from './to-partner.ts';

/** To the partner contact: operations wrote something about the claim. None once the partner has read it. */
export const commentMail = (claim: Claim, number: number): Mail | undefined => {
  const comment = claim.comments.find(({ id }) => id === number);
  if (comment === undefined || number <= (claim.commentsReadTo ?? 0)) return undefined;
  return toPartner(claim, {
    kind: 'comment',
    number,
    subject: `A comment on your claim: ${customerName(claim)}`,
    opening: ['The team that looks after claims wrote:', `"${comment.text}"`],
    closing: [nextWords(claim.status)],
  });
};

const nextWords = (status: Claim['status']): string => {
  switch (status) {
    case 'approved':
      return 'Please open the claim: there you can answer with a comment and add proof of execution.';
    case 'submitted':
      return 'Please open the claim. While it waits for its customer it takes no comments and no files; you can ask the customer again, name another contact, or withdraw it and copy it to a new draft.';
    default:
      return 'Please open the claim to see what can be done.';
  }
};
