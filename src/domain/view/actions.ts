import { type ProblemCode, problemKinds } from '../../lib/problem-codes.ts';
import type { FieldError, StandingClaim } from '../../lib/result.ts';
import type { Claim } from '../claim.ts';
import {
  allowedActions,
  claimStatuses,
  isApproving,
  type PartnerAction,
  partnerActions,
  phaseOf,
} from '../claim-state.ts';
import { hasRoomForComment } from '../comments.ts';
import { hasLinksLeft, hasResendsLeft } from '../request/resend.ts';

/** An action that would be refused now, and what the refusal would say. */
export type NotAllowed = { action: PartnerAction; code: ProblemCode; text: string };

/**
 * What actions depend on beside the claim: what a draft lacks, which claims stand for the same, whether the caller may act,
 * and the most files of a claim.
 */
type Obstacles = { missing: FieldError[]; standing: StandingClaim[]; mayAct: boolean; maxFiles: number };

/** How much a draft lacks, and which member of an answer has it. */
export const missingInWords = (count: number, see: 'errors' | 'missing'): string =>
  `${count === 1 ? '1 thing is' : `${count} things are`} missing; see ${see}.`;

/** Each action of partners: whether the caller may do it now, or why not. */
export const actionsOf = (
  claim: Claim,
  obstacles: Obstacles,
): { allowedActions: PartnerAction[]; notAllowed: NotAllowed[] } => {
  const notAllowed = partnerActions.flatMap((action) => refusalOf(action, claim, obstacles) ?? []);
  const refused = new Set(notAllowed.map(({ action }) => action));
  return { allowedActions: allowedActions(phaseOf(claim)).filter((action) => !refused.has(action)), notAllowed };
};

/** Actions that ask the customer: they have to wait for the release of an inquiry. */
export const needsRelease = (action: PartnerAction): boolean => action === 'resend' || action === 'change-contact';

const refusalOf = (
  action: PartnerAction,
  claim: Claim,
  { missing, standing, mayAct, maxFiles }: Obstacles,
): NotAllowed | undefined => {
  const { status } = claim;
  const refused = (code: ProblemCode, text: string = problemKinds[code].title) => ({ action, code, text });
  if (!mayAct) return refused('role-missing', 'You may read the claim, and not change it.');
  if (isApproving(claim) && !allowedActions('approving').includes(action)) {
    return refused('action-not-allowed', 'The customer has approved the claim: it is being closed.');
  }
  if (!allowedActions(status).includes(action)) {
    const wanted = claimStatuses.filter((other) => allowedActions(other).includes(action)).join(' or ');
    return refused('action-not-allowed', `Only possible while a claim is ${wanted}; this one is ${status}.`);
  }
  if (action === 'submit' && missing.length > 0) {
    return refused('claim-incomplete', missingInWords(missing.length, 'missing'));
  }
  if (action === 'submit' && standing.length > 0) {
    const others = standing.map(({ claimId }) => claimId).join(', ');
    return refused('duplicate-claim', `You have a claim for the same customer, product and activity: ${others}.`);
  }
  if ((action === 'resend' && !hasResendsLeft(claim)) || (action === 'change-contact' && !hasLinksLeft(claim))) {
    return refused('too-many-resends');
  }
  if (needsRelease(action) && claim.inquiry !== undefined) return refused('under-inquiry');
  const canReply = claim.question !== undefined;
  if (action === 'comment' && !hasRoomForComment(claim, { isReply: canReply })) return refused('too-many-comments');
  if (action === 'add-poe' && claim.poe.length >= maxFiles) return refused('poe-too-many');
  return undefined;
};
