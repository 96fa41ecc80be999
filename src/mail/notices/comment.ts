import type { Claim } from '../../domain/claim.ts';
import type { Service } from '../../domain/service.ts';
import { customerName } from '../../words/claim-words.ts';
import type { Mail } from '../sender.ts';
import { toPartner } from '../to-partner.ts';

const operationsName = 'The team that looks after claims';

/**
 * To the partner contact, or to the author of a draft that names none: operations wrote something about the claim. None once
 * the partner has read it. Replies go to `operationsContact`, if operations have an address.
 */
export const commentMail = (
  service: Service,
  claim: Claim,
  number: number,
  operationsContact?: string,
): Mail | undefined => {
  const comment = claim.comments.find(({ id }) => id === number);
  if (comment === undefined || number <= (claim.commentsReadTo ?? 0)) return undefined;
  const author = { email: claim.createdByEmail, name: claim.createdBy.name };
  const to = claim.partnerContact?.email ? claim.partnerContact : author;
  if (!to.email) return undefined;
  const mail = toPartner(service, claim, {
    kind: 'comment',
    number,
    to,
    subject: `A comment on your claim: ${customerName(claim)}`,
    opening: [`${operationsName} wrote:`, { quote: comment.text }],
    closing: [
      answerWords(claim.status),
      ...(operationsContact
        ? ['You can also reply to this mail: your reply goes to the team that looks after claims.']
        : []),
    ],
  });
  return operationsContact ? { ...mail, replyTo: { address: operationsContact, name: operationsName } } : mail;
};

const answerWords = (status: Claim['status']): string => {
  switch (status) {
    case 'draft':
      return 'You can change the draft, and reply with a comment.';
    case 'submitted':
    case 'approved':
      return 'You can reply with a comment on the claim, and add proof of execution.';
    case 'cancelled':
      return 'The claim shows what you can do now.';
    default:
      return 'You can reply with a comment on the claim.';
  }
};
