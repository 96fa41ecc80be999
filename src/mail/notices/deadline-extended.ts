import type { Claim } from '../../domain/claim.ts';
import { openDeadline } from '../../domain/request/open-deadline.ts';
import type { Service } from '../../domain/service.ts';
import { customerName, partnerVoice } from '../../words/claim-words.ts';
import type { Mail } from '../sender.ts';
import { toPartner } from '../to-partner.ts';

/**
 * To the partner contact: operators extended the deadline. None once a further extension has its own notice, and none while the time
 * to answer is paused: no deadline is in force then.
 */
export const deadlineExtendedMail = (service: Service, claim: Claim, number: number): Mail | undefined => {
  const deadline = openDeadline(claim);
  const isLatest = !claim.notices?.some((notice) => notice.kind === 'deadline-extended' && notice.number > number);
  if (deadline === undefined || !isLatest) return undefined;
  const customer = customerName(claim);
  return toPartner(service, claim, {
    kind: 'deadline-extended',
    number,
    subject: `More time for your request: ${customer}`,
    opening: [
      `The operators of this service gave ${customer} more time to answer your request, until ${partnerVoice(claim).moment(deadline)}.`,
    ],
    closing: ["You don't need to do anything. Later reminders move with the deadline."],
  });
};
