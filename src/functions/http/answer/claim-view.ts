import type { SubmissionFacts } from '../../../claims/draft/submission-facts.ts';
import type { ApprovalRequest, Claim } from '../../../domain/claim.ts';
import { closedBy } from '../../../domain/closed-by.ts';
import { commentView } from '../../../domain/comments.ts';
import { anyKnown } from '../../../domain/customer/subscriptions.ts';
import { verificationMessage } from '../../../domain/customer/verification.ts';
import { deliveryMessage } from '../../../domain/delivery.ts';
import { hintsOf } from '../../../domain/draft/hints.ts';
import { readiness } from '../../../domain/draft/readiness.ts';
import { announcedExpiry } from '../../../domain/draft-expiry.ts';
import { poeView } from '../../../domain/proof/poe-file.ts';
import { policyOf } from '../../../domain/request/claim-policy.ts';
import { outcomeOnSilence } from '../../../domain/request/concern.ts';
import { openDeadline } from '../../../domain/request/open-deadline.ts';
import type { ClaimPolicy } from '../../../domain/request/policy-shape.ts';
import { resendFrom } from '../../../domain/request/resend.ts';
import { zoneOfPlace } from '../../../domain/request/zone-of-place.ts';
import { standingIn } from '../../../domain/reservation/reservation.ts';
import { statusReasonMessage } from '../../../domain/status-reason.ts';
import { actionsOf } from '../../../domain/view/actions.ts';
import { attentionReasons, nearness } from '../../../domain/view/attention-reasons.ts';
import { unreadComments } from '../../../domain/view/unread.ts';
import { present } from '../../../lib/present.ts';
import { momentInWords } from '../../../words/moments.ts';

/**
 * `mayAct`: whether the caller may do more than read it. `maxFiles`: the most proof files of a claim. `policy`: the defaults for
 * a claim that has not kept one yet.
 */
type ViewFacts = SubmissionFacts & { mayAct: boolean; maxFiles: number; now: Date; policy: ClaimPolicy };

/** A claim as callers see it. Partition, link version, trace, chain head and other partners stay inside. */
export const claimView = (
  claim: Claim,
  { subscriptions, missing, reservedBy, subjects, mayAct, maxFiles, now, policy }: ViewFacts,
) => {
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
    takeoverRequests,
    takeoverRequestsRead,
    subjectShared,
    tookOverFrom,
    supersededBy,
    undelivered,
    legalHold,
    withdrawnBy,
    inquiryReleasedAt,
    answerCode,
    submission,
    ...shown
  } = claim;
  const { createdByEmail, expiry, request, customerContact, ...rest } = shown;
  const { mailbox, ...contact } = customerContact ?? {};
  const standing = standingIn(reservedBy);
  const applied = policyOf(claim, policy);
  const actions = actionsOf(claim, { missing, standing, mayAct, maxFiles });
  const announced = claim.status === 'draft' ? announcedExpiry(claim) : undefined;
  return {
    ...rest,
    comments: rest.comments.map(commentView),
    ...present({
      request: request && requestView(request, claim.customer),
      expiry: announced && { announcedAt: announced.announcedAt, cancelAt: announced.cancelAt },
      undelivered: undelivered?.map(({ number, ...mail }) => ({
        ...mail,
        deliveryMessage: deliveryMessage(mail.delivery),
      })),
      onSilence: claim.status === 'submitted' ? outcomeOnSilence(claim, []) : claim.policy?.onSilence,
      customerContact: customerContact && contact,
      contactMailbox: mailbox,
      closedBy: closedBy(claim),
      tookOver: tookOverFrom && (true as const),
      concerns: concerns?.map(({ linkVersion, ...said }) => said),
      statusReasonMessage: claim.statusReason === undefined ? undefined : statusReasonMessage(claim.statusReason),
      standing: standing.length === 0 ? undefined : standing,
      resendFrom: actions.allowedActions.includes('resend') ? resendFrom(claim) : undefined,
    }),
    customer: customerView(claim.customer),
    subscriptionsKnown: anyKnown(subscriptions),
    unreadComments: unreadComments(claim),
    poe: claim.poe.map(poeView),
    policy: applied,
    readiness: readiness(claim, applied),
    hints: hintsOf(claim, subjects),
    attentionReasons: [...attentionReasons(claim), ...nearness(openDeadline(claim), now)],
    missing,
    ...actions,
  };
};

const customerView = (customer: Claim['customer']) => ({
  ...customer,
  deadlineTimeZone: zoneOfPlace(customer),
  verification: { ...customer.verification, message: verificationMessage(customer.verification) },
});

const requestView = ({ failuresTold, deadlineNotice, ...request }: ApprovalRequest, customer: Claim['customer']) => ({
  ...request,
  deliveryMessage: deliveryMessage(request.delivery),
  deadlineInWords: momentInWords(request.deadline, { timeZone: zoneOfPlace(customer) }),
});
export type ClaimView = ReturnType<typeof claimView>;
