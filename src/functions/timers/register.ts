import { app } from '@azure/functions';
import { input } from 'durable-functions';
import type { Deps } from '../../claims/deps.ts';
import { reconcile } from '../../claims/reconcile.ts';
import { runOperation } from '../../telemetry/operation.ts';
import { workflowOf } from '../../workflow/client.ts';
import { callerOf } from '../http/door.ts';

/** The reconciler's clock. */
export const registerTimers = (deps: Deps, { reconcileSchedule }: { reconcileSchedule: string }): void => {
  app.timer('reconcile', {
    schedule: reconcileSchedule,
    extraInputs: [input.durableClient()],
    handler: (_timer, context) =>
      runOperation(deps.log, { name: 'reconcile', kind: 'internal', ...callerOf(context) }, async () => {
        const counts = await reconcile(deps, workflowOf(context));
        if (Object.values(counts).some((count) => count > 0)) deps.log('reconciled', counts);
      }),
  });
};
