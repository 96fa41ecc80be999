import { type Claim, watchedOf } from '../../domain/claim.ts';
import { mailboxDetail } from '../../domain/customer/mailbox.ts';
import { draftRowTime } from '../../domain/draft-expiry.ts';
import { newSalt } from '../../domain/ids.ts';
import { watchTimes } from '../../domain/next-step.ts';
import { submissionDigests, submittedEvent } from '../../domain/record/submission.ts';
import { policyOf } from '../../domain/request/claim-policy.ts';
import { reservedUnits, unitsOf } from '../../domain/reservation/reservation.ts';
import { missingInWords } from '../../domain/view/actions.ts';
import { asActor } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import { traceToKeep } from '../../telemetry/claim-span.ts';
import { changeByPartner, type PartnerChange } from '../change-by-partner.ts';
import type { Recorded } from '../change-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { withMailbox } from '../draft/contact-mailbox.ts';
import { missingNow } from '../draft/submission-facts.ts';
import { askForSubjects } from '../holder/ask-for-subjects.ts';
import { sweepTime } from '../proof/announce-files.ts';
import { startWorkflow } from '../wake-workflow.ts';

/**
 * Step 10 of docs/domain.md: locks the claim and starts the orchestration that asks the customer. The ledger row is
 * written first, so the reconciler finds and repairs what a crash after any line below leaves behind.
 */
export const submitClaim = async (deps: Deps, workflow: Workflow, { caller, ref, guard }: PartnerChange) => {
  const trace = traceToKeep();
  // Uploads to the draft that were cut off have left nothing but bytes.
  const filesAt = sweepTime(deps);
  const stored = await changeByPartner(
    deps,
    { ref, guard, action: 'submit' },
    async (claim, now) => {
      const checked = await withMailbox(deps, await withVerification(deps, claim));
      const { missing } = await missingNow(deps, checked, caller.email);
      if (missing.length > 0) return new Problem('claim-incomplete', missingInWords(missing.length, 'errors'), missing);
      const at = now.toISOString();
      const submitted: Claim = {
        ...checked,
        status: 'submitted',
        submittedAt: at,
        ...(trace ? { trace } : {}),
        policy: policyOf(checked, deps.policy),
        link: { version: 1, issuedAt: at },
        submission: { files: checked.poe.length, salt: newSalt(deps.random) },
        ...reservedUnits(unitsOf(checked)),
      };
      // In place of the draft's row. That of an old draft stands elsewhere by now: it is struck when it is due.
      const asked = await askForSubjects(deps, submitted, {
        claim: watchedOf(submitted),
        from: [draftRowTime(claim, deps.drafts, now)],
        to: watchTimes(submitted, deps.graceSeconds),
        filesAt,
      });
      if (asked instanceof Problem) return asked;
      return {
        claim: { ...submitted, ...(asked.shared ? { subjectShared: true } : {}) },
        entries: [
          {
            actor: asActor(caller),
            event: submittedEvent,
            detail: submissionDetail(submitted),
          },
        ],
      };
    },
    {
      beforeWrite: async (after) => {
        if (after.customer.verification.result === 'unverifiable') await deps.ledger.unverified.add(ref);
      },
    },
  );
  if (!(stored instanceof Problem)) await startWorkflow(deps, workflow, ref);
  return stored;
};

/** What the history keeps of a submission: its hashes, and whether its customer or the contact's mailbox could not be verified. */
const submissionDetail = (claim: Claim): NonNullable<Recorded['detail']> => ({
  submission: submissionDigests(claim),
  ...(claim.customer.verification.result === 'unverifiable' ? { customer: 'unverifiable' } : {}),
  ...mailboxDetail(claim),
});

/**
 * "Cannot be verified" is looked up again at submission. A look-up that still has no answer does not keep the claim back,
 * an outage of someone else's service being no fault of the partner; it stays on the claim, and operations see it.
 */
const withVerification = async (deps: Deps, claim: Claim): Promise<Claim> => {
  const { domain, directoryId, verification } = claim.customer;
  if (verification.result !== 'unverifiable') return claim;
  return {
    ...claim,
    customer: { ...claim.customer, verification: await deps.directories.verify(domain, directoryId) },
  };
};
