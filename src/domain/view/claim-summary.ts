import { present } from '../../lib/present.ts';
import type { Claim } from '../claim.ts';
import { type Closer, closedBy } from '../closed-by.ts';
import { openDeadline } from '../request/open-deadline.ts';
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

/** The line as it is stored: without what depends on the clock. */
export const claimSummary = (claim: Claim): ClaimSummary =>
  present({
    id: claim.id,
    status: claim.status,
    statusReason: claim.statusReason,
    statusReasonMessage: claim.statusReason === undefined ? undefined : statusReasonMessage(claim.statusReason),
    closedBy: closedBy(claim),
    consent: claim.consent,
    name: claim.name,
    customer: present({
      domain: claim.customer.domain,
      directoryId: claim.customer.directoryId,
      name: claim.customer.name || undefined,
    }),
    partnerLocation: { mpnId: claim.partnerLocation.mpnId, name: claim.partnerLocation.name },
    solutionArea: claim.solutionArea,
    activities: claim.activities,
    products: claim.products.length,
    productCodes: [...new Set(claim.products.map(({ code }) => code))],
    needsAction: attentionReasons(claim).length > 0,
    attentionReasons: attentionReasons(claim),
    unreadComments: unreadComments(claim) || undefined,
    deadline: openDeadline(claim),
    createdAt: claim.createdAt,
    submittedAt: claim.submittedAt,
    closedAt: claim.closedAt,
    endedAt: claim.endedAt,
    updatedAt: claim.updatedAt,
  });

/** A stored line as it is shown at `now`. */
export const summaryAt = (stored: ClaimSummary, now: Date): ClaimSummary => {
  const attentionReasons = [...stored.attentionReasons, ...nearness(stored.deadline, now)];
  return { ...stored, needsAction: attentionReasons.length > 0, attentionReasons };
};
