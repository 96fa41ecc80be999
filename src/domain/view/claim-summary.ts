import type { Claim } from '../claim.ts';
import { type Closer, closedBy } from '../closed-by.ts';
import { statusReasonMessage } from '../status-reason.ts';
import { type AttentionReason, attentionReasons, nearness } from './attention-reasons.ts';
import { unreadComments } from './unread.ts';

/** The line of a claim in a list. */
export type ClaimSummary = {
  id: string;
  status: Claim['status'];
  statusReason?: string;
  statusReasonMessage?: string;
  closedBy?: Closer;
  consent?: 'explicit' | 'silence';
  name?: string;
  customer: { domain: string; directoryId: string; name?: string };
  partnerLocation: { mpnId: string; name: string };
  solutionArea?: string;
  activities: string[];
  products: number;
  productCodes: string[];
  needsAction: boolean;
  /** Empty if and only if it needs no action. */
  attentionReasons: AttentionReason[];
  /** Left out when there are none. */
  unreadComments?: number;
  deadline?: string;
  createdAt: string;
  submittedAt?: string;
  closedAt?: string;
  endedAt?: string;
  updatedAt: string;
};

/** Who closed the claim, as a member of its view. */
export const closerOf = (claim: Claim): Pick<ClaimSummary, 'closedBy'> => {
  const closer = closedBy(claim);
  return closer ? { closedBy: closer } : {};
};

/** The line as it is stored: without what depends on the clock. */
export const claimSummary = (claim: Claim): ClaimSummary => ({
  id: claim.id,
  status: claim.status,
  ...(claim.statusReason === undefined
    ? {}
    : { statusReason: claim.statusReason, statusReasonMessage: statusReasonMessage(claim.statusReason) }),
  ...closerOf(claim),
  ...(claim.consent === undefined ? {} : { consent: claim.consent }),
  ...(claim.name === undefined ? {} : { name: claim.name }),
  customer: {
    domain: claim.customer.domain,
    directoryId: claim.customer.directoryId,
    ...(claim.customer.name ? { name: claim.customer.name } : {}),
  },
  partnerLocation: { mpnId: claim.partnerLocation.mpnId, name: claim.partnerLocation.name },
  ...(claim.solutionArea === undefined ? {} : { solutionArea: claim.solutionArea }),
  activities: claim.activities,
  products: claim.products.length,
  productCodes: [...new Set(claim.products.map(({ code }) => code))],
  needsAction: attentionReasons(claim).length > 0,
  attentionReasons: attentionReasons(claim),
  ...(unreadComments(claim) > 0 ? { unreadComments: unreadComments(claim) } : {}),
  ...(claim.request && claim.status === 'submitted' ? { deadline: claim.request.deadline } : {}),
  createdAt: claim.createdAt,
  ...(claim.submittedAt === undefined ? {} : { submittedAt: claim.submittedAt }),
  ...(claim.closedAt === undefined ? {} : { closedAt: claim.closedAt }),
  ...(claim.endedAt === undefined ? {} : { endedAt: claim.endedAt }),
  updatedAt: claim.updatedAt,
});

/** A stored line as it is shown at `now`. */
export const summaryAt = (stored: ClaimSummary, now: Date): ClaimSummary => {
  const attentionReasons = [...stored.attentionReasons, ...nearness(stored.deadline, now)];
  return { ...stored, needsAction: attentionReasons.length > 0, attentionReasons };
};
