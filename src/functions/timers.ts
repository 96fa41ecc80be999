import { app } from '@azure/functions';
import { input } from 'durable-functions';
import type { Deps } from '../claims/deps.ts';
import { measureClaims } from '../claims/operations/measure-claims.ts';
import { purgeClaims } from '../claims/operations/purge-claims.ts';
import { reconcile } from '../claims/reconciler/reconcile.ts';
import { isMeasuring, setGauges } from '../telemetry/metrics.ts';
import { nameOf, runOperation } from '../telemetry/operation.ts';
import { workflowOf } from '../workflow/client.ts';
import { invocationOf } from './invocation.ts';

/** Only for those who look: without telemetry nothing is read. What cannot be measured now is at the next run. */
const measure = async (deps: Deps): Promise<void> => {
  if (!isMeasuring()) return;
  try {
    setGauges(await measureClaims(deps));
  } catch (error) {
    deps.log('not-measured', { error: nameOf(error) });
  }
};

/** The clocks of the reconciler and of the purge (NCRONTAB). */
export const registerTimers = (deps: Deps, schedules: { reconcile: string; purge: string }): void => {
  app.timer('reconcile', {
    schedule: schedules.reconcile,
    extraInputs: [input.durableClient()],
    handler: (_timer, context) =>
      runOperation(deps.log, { name: 'reconcile', kind: 'internal', ...invocationOf(context) }, async () => {
        const began = performance.now();
        const findings = await reconcile(deps, workflowOf(context));
        if (Object.values(findings).some((count) => count > 0)) deps.log('reconciled', findings);
        const tookMs = Math.round(performance.now() - began);
        await deps.operationsLog.noteRun({ at: deps.now().toISOString(), tookMs, findings });
        await measure(deps);
      }),
  });
  app.timer('purge', {
    schedule: schedules.purge,
    extraInputs: [input.durableClient()],
    handler: (_timer, context) =>
      runOperation(deps.log, { name: 'purge', kind: 'internal', ...invocationOf(context) }, async () => {
        const counts = await purgeClaims(deps, workflowOf(context));
        if (Object.values(counts).some((count) => count > 0)) deps.log('purged', counts);
      }),
  });
};
