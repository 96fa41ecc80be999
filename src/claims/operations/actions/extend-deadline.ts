import { nextStatus, phaseOf } from '../../../domain/claim-state.ts';
import { withLaterDeadline } from '../../../domain/request/extension.ts';
import { Problem } from '../../../lib/result.ts';
import { changeClaim } from '../../change-claim.ts';
import { datedPolicy } from '../../dated-policy.ts';
import type { Deps, Workflow } from '../../deps.ts';
import { addWatchRows } from '../../ledger-watch.ts';
import { linkUntil } from '../../link-until.ts';
import { resumeWorkflow } from '../../wake-workflow.ts';
import type { OperatorChange } from './operator-change.ts';

/** Gives the customer more business days to answer. A mail tells the customer, and another one the partner. */
export const extendDeadline = async (
  deps: Deps,
  workflow: Workflow,
  { by, ref, reason, guard, businessDays }: OperatorChange & { businessDays: number },
) => {
  const stored = await changeClaim(
    deps,
    ref,
    async (claim, now) => {
      const status = nextStatus(phaseOf(claim), 'extend-deadline', by.kind);
      if (status instanceof Problem) return status;
      const until = await linkUntil(deps, claim, now);
      const later = withLaterDeadline(claim, { businessDays, now, policy: datedPolicy(deps, claim), linkUntil: until });
      if (later instanceof Problem) return later;
      const detail = { reason, businessDays, deadline: later.request?.deadline };
      return { claim: later, entries: [{ actor: by, event: 'deadline-extended', detail }] };
    },
    { beforeWrite: (after, before) => addWatchRows(deps, after, before), ...guard },
  );
  if (!(stored instanceof Problem)) await resumeWorkflow(deps, workflow, ref);
  return stored;
};
