import type { Claim, ClaimRef } from '../domain/claim.ts';
import { nextStatus } from '../domain/claim-state.ts';
import { missingForSubmission } from '../domain/completeness.ts';
import { watchTimes } from '../domain/next-step.ts';
import { Problem } from '../domain/result.ts';
import { asActor, type Caller } from '../identity/caller.ts';
import { changeClaim, type Guard } from './change-claim.ts';
import type { Deps, Workflow } from './deps.ts';
import { startWorkflow } from './reach-workflow.ts';

/**
 * Step 10: locks the claim and starts the orchestration that asks the customer. A row in the in-flight ledger is
 * written first, so that a crash after any line below is found and mended by the reconciler.
 */
export const submitClaim = async (deps: Deps, workflow: Workflow, caller: Caller, ref: ClaimRef, guard: Guard) => {
  const stored = await changeClaim(
    deps,
    ref,
    async (claim, now) => {
      const status = nextStatus(claim.status, 'submit', 'partner');
      if (status instanceof Problem) return status;
      const checked = await withVerification(deps, claim);
      const missing = missingForSubmission(
        checked,
        await deps.reference.subscriptions(claim.customer.directoryId),
        caller.email,
      );
      if (missing.length > 0)
        return new Problem('claim-incomplete', `${missing.length} things are still missing.`, missing);
      const at = now.toISOString();
      return {
        claim: {
          ...checked,
          status,
          submittedAt: at,
          onSilence: deps.policy.onSilence,
          link: { version: 1, issuedAt: at },
        },
        entries: [{ actor: asActor(caller), event: 'submitted', from: claim.status, to: status }],
      };
    },
    {
      intend: async (after) => {
        for (const dueAt of watchTimes(after, deps.graceS)) await deps.ledger.file(ref, dueAt);
      },
      ...guard,
    },
  );
  if (!(stored instanceof Problem)) await startWorkflow(deps, workflow, ref);
  return stored;
};

/** "Cannot be verified" is looked up again at submission: it is never a silent pass. */
const withVerification = async (deps: Deps, claim: Claim): Promise<Claim> => {
  const { domain, directoryId, verification } = claim.customer;
  if (verification.result !== 'unverifiable') return claim;
  return {
    ...claim,
    customer: { ...claim.customer, verification: await deps.directories.verify(domain, directoryId) },
  };
};
