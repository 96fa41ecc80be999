import { app } from '@azure/functions';
import type { Log } from './log.ts';
import { startMetrics } from './metrics.ts';
import type { TelemetryTargets } from './sdk.ts';

/** Starts telemetry before the first call and flushes it after the last. Without a target, none of it is loaded. */
export const registerTelemetry = (targets: TelemetryTargets, log: Log): void => {
  if (targets.otlpEndpoint === undefined && targets.applicationInsights === undefined) return;
  let stop: () => Promise<void> = async () => {};
  app.hook.appStart(async () => {
    try {
      const { startSdk } = await import('./sdk.ts');
      stop = await startSdk(targets, log);
      startMetrics();
    } catch (error) {
      // A receiver that can't be used must not stop the app.
      log('telemetry-not-started', { error: error instanceof Error ? error.name : typeof error });
    }
  });
  app.hook.appTerminate(() => stop());
};
