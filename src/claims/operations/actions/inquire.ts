import type { Attention } from '../../../domain/claim.ts';
import { nextStatus, phaseOf } from '../../../domain/claim-state.ts';
import { inquiryFlag, withInquiry, withoutInquiry } from '../../../domain/request/inquiry.ts';
import { isAnswerable } from '../../../domain/request/pause.ts';
import { Problem } from '../../../lib/result.ts';
import { changeClaim } from '../../change-claim.ts';
import { datedPolicy } from '../../dated-policy.ts';
import type { Deps, Workflow } from '../../deps.ts';
import { addWatchRows } from '../../ledger-watch.ts';
import { linkUntil } from '../../link-until.ts';
import { resumeWorkflow } from '../../wake-workflow.ts';
import type { OperatorChange } from './operator-change.ts';

/** Puts a request under inquiry: its customer cannot answer until it is released. Idempotent. */
export const openInquiry = async (deps: Deps, workflow: Workflow, { by, ref, reason, guard }: OperatorChange) => {
  const stored = await changeClaim(
    deps,
    ref,
    (claim, now) => {
      const status = nextStatus(phaseOf(claim), 'open-inquiry', by.kind);
      if (status instanceof Problem) return status;
      if (claim.inquiry !== undefined) return 'unchanged';
      const raised = inquiryFlag({ since: now.toISOString(), by, reason });
      return {
        claim: {
          ...withInquiry(claim, now, { by, reason, policy: datedPolicy(deps, claim) }),
          attention: claim.attention ?? raised,
        },
        entries: [{ actor: by, event: 'inquiry-opened', detail: { reason } }],
      };
    },
    {
      beforeWrite: async (after, before) => {
        if (after.attention) await deps.ledger.attention.add(ref, after.attention.reason);
        return addWatchRows(deps, after, before);
      },
      ...guard,
    },
  );
  if (!(stored instanceof Problem)) await resumeWorkflow(deps, workflow, ref);
  return stored;
};

/**
 * Releases a request from its inquiry: the customer can answer, and has the business days that were left, or those that the link has
 * left if these are fewer. Inquiries are not refused for the sake of the link: one opened in doubt protects the customer more than
 * days do. Where not one business day is left, the release is refused, and the request expires with the inquiry.
 */
export const releaseInquiry = async (deps: Deps, workflow: Workflow, { by, ref, reason, guard }: OperatorChange) => {
  const stored = await changeClaim(
    deps,
    ref,
    async (claim, now) => {
      const status = nextStatus(phaseOf(claim), 'release-inquiry', by.kind);
      if (status instanceof Problem) return status;
      if (claim.inquiry === undefined) return new Problem('action-not-allowed', 'The request is not under inquiry.');
      const until = await linkUntil(deps, claim, now);
      const after = withoutInquiry(claim, now, { policy: datedPolicy(deps, claim), linkUntil: until });
      if (!isAnswerable(after, until)) return new Problem('action-not-allowed', tooLate(until));
      const { attention, ...released } = after;
      return {
        claim: { ...released, ...(isAnsweredByRelease(attention) ? {} : { attention }) },
        entries: [{ actor: by, event: 'inquiry-released', detail: { reason } }],
      };
    },
    {
      beforeWrite: async (after, before) => {
        if (after.attention === undefined) await deps.ledger.attention.remove(ref.claimId);
        return addWatchRows(deps, after, before);
      },
      ...guard,
    },
  );
  if (!(stored instanceof Problem)) await resumeWorkflow(deps, workflow, ref);
  return stored;
};

const tooLate = (until: string): string =>
  `The customer's link works until ${until}, which leaves no business day to answer. Stop the request instead: the partner can copy the claim and submit it again.`;

/** Whether the flag was about what operators have looked into now. */
const isAnsweredByRelease = (attention: Attention | undefined): attention is undefined =>
  attention === undefined ||
  attention.raisedBy === 'operator' ||
  (attention.raisedBy === 'customer' && attention.needs === 'operations');
