import { app } from '@azure/functions';
import { input } from 'durable-functions';
import type { Deps } from '../../claims/deps.ts';
import { reconcile } from '../../claims/reconcile.ts';
import { workflowOf } from '../../workflow/client.ts';

/** The reconciler's clock. */
export const registerTimers = (deps: Deps, { reconcileSchedule }: { reconcileSchedule: string }): void => {
  app.timer('reconcile', {
    schedule: reconcileSchedule,
    extraInputs: [input.durableClient()],
    handler: async (_timer, context) => {
      const counts = await reconcile(deps, workflowOf(context));
      if (Object.values(counts).some((count) => count > 0)) deps.log('reconciled', counts);
    },
  });
};
