import type { ApprovalRequest, Claim } from '../../domain/claim.ts';
import { anyKnown, type Subscription } from '../../domain/customer/subscriptions.ts';
import { verificationMessages } from '../../domain/customer/verification.ts';
import { missingForSubmission } from '../../domain/draft/completeness.ts';
import { hintsOf } from '../../domain/draft/hints.ts';
import { readiness } from '../../domain/draft/readiness.ts';
import { announcedExpiry } from '../../domain/draft-expiry.ts';
import { poeView } from '../../domain/proof/poe-file.ts';
import { defaultTimeZone } from '../../domain/request/policy.ts';
import { actionsLeft, resendFrom } from '../../domain/request/resend.ts';
import { closerOf } from '../../domain/view/claim-summary.ts';
import { unreadComments } from '../../domain/view/unread.ts';
import { momentInWords } from '../../words/moments.ts';

/** A claim as callers see it. Partition, link version, trace and chain head stay inside. `mayAct`: not only to be read. */
export const claimView = (claim: Claim, subscriptions: Subscription[], mayAct = true) => {
  const {
    partnerId,
    partnerName,
    version,
    link,
    trace,
    history,
    settledAt,
    notices,
    concerns,
    formerContacts,
    reservations,
    sharedReservations,
    commentsReadTo,
    contests,
    contestsRead,
    undelivered,
    legalHold,
    ...shown
  } = claim;
  const { createdByEmail, expiry, request, ...rest } = shown;
  const actions = mayAct ? actionsLeft(claim) : [];
  const announced = claim.status === 'draft' && announcedExpiry(claim);
  return {
    ...rest,
    ...(request ? { request: requestView(request, claim.customer) } : {}),
    ...(announced ? { expiry: { announcedAt: announced.announcedAt, cancelAt: announced.cancelAt } } : {}),
    customer: customerView(claim.customer),
    subscriptionsKnown: anyKnown(subscriptions),
    ...(undelivered ? { undelivered: undelivered.map(({ number, ...mail }) => mail) } : {}),
    unreadComments: unreadComments(claim),
    poe: claim.poe.map(poeView),
    readiness: readiness(claim),
    hints: hintsOf(claim),
    ...closerOf(claim),
    ...(concerns ? { concerns: concerns.map(({ linkVersion, ...said }) => said) } : {}),
    missing: claim.status === 'draft' ? missingForSubmission(claim, subscriptions) : [],
    allowedActions: actions,
    ...(actions.includes('resend') ? { resendFrom: resendFrom(claim) } : {}),
  };
};

const customerView = (customer: Claim['customer']) => ({
  ...customer,
  verification: { ...customer.verification, message: verificationMessages[customer.verification.result] },
});

const requestView = (
  { failuresTold, ...request }: ApprovalRequest,
  { timeZone = defaultTimeZone }: Claim['customer'],
) => ({
  ...request,
  deadlineInWords: momentInWords(request.deadline, { timeZone }),
});
export type ClaimView = ReturnType<typeof claimView>;
