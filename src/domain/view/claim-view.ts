import { momentInWords } from '../../words/moments.ts';
import type { ApprovalRequest, Claim } from '../claim.ts';
import { type Closer, closedBy } from '../closed-by.ts';
import { anyKnown, type Subscription } from '../customer/subscriptions.ts';
import { verificationWords } from '../customer/verification.ts';
import { missingForSubmission } from '../draft/completeness.ts';
import { hintsOf } from '../draft/hints.ts';
import { readiness } from '../draft/readiness.ts';
import { announcedExpiry } from '../draft-expiry.ts';
import { poeView } from '../proof/poe-file.ts';
import { defaultTimeZone } from '../request/policy.ts';
import { actionsLeft, resendFrom } from '../request/resend.ts';

/** A claim as callers see it. Partition, link version, trace and chain head stay inside. `mayAct`: not only to be read. */
export const claimView = (claim: Claim, subscriptions: Subscription[], mayAct = true) => {
  const {
    partnerId,
    partnerName,
    version,
    link,
    trace,
    history,
    carriedThroughAt,
    notices,
    concerns,
    formerContacts,
    reservations,
    sharedReservations,
    commentsReadTo,
    contests,
    undelivered,
    hold,
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
  verification: { ...customer.verification, message: verificationWords[customer.verification.result] },
});

const requestView = (
  { failuresTold, ...request }: ApprovalRequest,
  { timeZone = defaultTimeZone }: Claim['customer'],
) => ({
  ...request,
  deadlineInWords: momentInWords(request.deadline, { timeZone }),
});
export type ClaimView = ReturnType<typeof claimView>;

/** How many comments of operations the partner has not marked as read. */
export const unreadComments = ({ comments, commentsReadTo = 0 }: Claim): number =>
  comments.filter(({ id, by }) => id > commentsReadTo && by.kind === 'operator').length;

/** The line of a claim in a list. */
export type ClaimSummary = {
  id: string;
  status: Claim['status'];
  statusReason?: string;
  closedBy?: Closer;
  consent?: 'explicit' | 'silence';
  name: string;
  customer: { domain: string; directoryId: string; name?: string };
  partnerLocation: { mpnId: string; name: string; country?: string };
  solutionArea: string;
  activities: string[];
  products: number;
  /** Missing in rows of the first build. */
  productCodes?: string[];
  needsAction: boolean;
  /** Left out when there are none. */
  unreadComments?: number;
  deadline?: string;
  createdAt: string;
  submittedAt?: string;
  /** Missing in rows of former builds, as `endedAt` is. */
  closedAt?: string;
  endedAt?: string;
  updatedAt: string;
};

const closerOf = (claim: Claim): Pick<ClaimSummary, 'closedBy'> => {
  const closer = closedBy(claim);
  return closer ? { closedBy: closer } : {};
};

export const claimSummary = (claim: Claim): ClaimSummary => ({
  id: claim.id,
  status: claim.status,
  ...(claim.statusReason === undefined ? {} : { statusReason: claim.statusReason }),
  ...closerOf(claim),
  ...(claim.consent === undefined ? {} : { consent: claim.consent }),
  name: claim.name,
  customer: {
    domain: claim.customer.domain,
    directoryId: claim.customer.directoryId,
    ...(claim.customer.name ? { name: claim.customer.name } : {}),
  },
  partnerLocation: { mpnId: claim.partnerLocation.mpnId, name: claim.partnerLocation.name },
  solutionArea: claim.solutionArea,
  activities: claim.activities,
  products: claim.products.length,
  productCodes: [...new Set(claim.products.map(({ code }) => code))],
  needsAction: claim.status === 'draft' || claim.attention !== undefined || unreadComments(claim) > 0,
  ...(unreadComments(claim) > 0 ? { unreadComments: unreadComments(claim) } : {}),
  ...(claim.request && claim.status === 'submitted' ? { deadline: claim.request.deadline } : {}),
  createdAt: claim.createdAt,
  ...(claim.submittedAt === undefined ? {} : { submittedAt: claim.submittedAt }),
  ...(claim.closedAt === undefined ? {} : { closedAt: claim.closedAt }),
  ...(claim.endedAt === undefined ? {} : { endedAt: claim.endedAt }),
  updatedAt: claim.updatedAt,
});
