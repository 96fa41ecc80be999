import { dayMs } from '../../lib/time.ts';
import type { Attention, Claim, Inquiry, Notice } from '../claim.ts';
import { withTimeGivenBack } from './pause.ts';
import type { DatedPolicy } from './policy.ts';
import { withClockRunning } from './question.ts';

/**
 * An inquiry of operators into a request: no answer is taken, no reminder leaves, and the time to answer stands still until it is
 * released. One that no one releases expires the request, so that none waits for ever. Silence never approves meanwhile.
 */

/** Calendar days after which an inquiry that was not released ends the request. */
const maxInquiryDays = 30;

/** The flag that says of a claim that it is under inquiry. */
export const inquiryFlag = ({ since, by, reason }: Pick<Inquiry, 'since' | 'by' | 'reason'>): Attention =>
  by.kind === 'customer'
    ? { reason, since, needs: 'operations', raisedBy: 'customer' }
    : { reason: `Under inquiry: ${reason}`, since, needs: 'operations', raisedBy: 'operator' };

type Opening = Pick<Inquiry, 'by' | 'reason'> & { policy: DatedPolicy };

/** The mails to the partner that are due, with one more: a request that stands still, or goes on, is told. */
const telling = (
  { notices = [], version }: Claim,
  kind: 'inquiry-opened' | 'inquiry-released',
  since: string,
): { notices: Notice[] } => ({ notices: [...notices, { kind, number: version + 1, since }] });

/** The claim under inquiry from `now` on, whose pause takes the place of that of a question. */
export const withInquiry = (claim: Claim, now: Date, { by, reason, policy }: Opening): Claim => ({
  ...withClockRunning(claim, now, policy),
  ...telling(claim, 'inquiry-opened', now.toISOString()),
  inquiry: {
    since: now.toISOString(),
    by,
    reason,
    until: new Date(now.getTime() + maxInquiryDays * dayMs).toISOString(),
  },
});

type Release = { policy: DatedPolicy; linkUntil: string };

/**
 * The claim after its inquiry: its time goes on, up to the end of its link at most. The life of a link begins with the release where no
 * mail has it yet, so that it outlives the window that the mail will start.
 */
export const withoutInquiry = (claim: Claim, now: Date, { policy, linkUntil }: Release): Claim => {
  const { inquiry, ...rest } = claim;
  if (inquiry === undefined) return claim;
  const inquiryReleasedAt = now.toISOString();
  const isUnsent = claim.request === undefined && claim.attention?.expiresAt === undefined;
  const released = {
    ...rest,
    ...(isUnsent && claim.link ? { link: { ...claim.link, issuedAt: inquiryReleasedAt } } : {}),
    inquiryReleasedAt,
    ...telling(claim, 'inquiry-released', inquiryReleasedAt),
  };
  return withTimeGivenBack(released, { since: inquiry.since, at: now, policy, linkUntil });
};
