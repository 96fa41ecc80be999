import { app } from '@azure/functions';
import { input } from 'durable-functions';
import type { Deps } from '../claims/deps.ts';
import { recordVerdict } from '../claims/proof/record-verdict.ts';
import { recordDelivery } from '../claims/request/record-delivery.ts';
import { runOperation } from '../telemetry/operation.ts';
import { workflowOf } from '../workflow/client.ts';
import { invocationOf } from './invocation.ts';
import { readPlatformEvents } from './platform-event.ts';

const ignored = new Set(['foreign-operation', 'claim-unknown', 'never-sent', 'not-believed']);

/** Deliveries of a verdict on a file that is on no record, before it is dropped. */
const patience = 3;

/**
 * The queue into which Event Grid delivers what the platform reports. An error makes the queue deliver the message again, and in
 * the end move it to the poison queue, as with messages that cannot be read. Events of other kinds are logged and dropped.
 */
export const registerEvents = (deps: Deps, { queueName }: { queueName: string }): void => {
  app.storageQueue('platformEvents', {
    queueName,
    // Also the prefix of the settings for access with the app's identity.
    connection: 'CLAIMS_STORAGE',
    extraInputs: [input.durableClient()],
    handler: (message, context) =>
      runOperation(deps.log, { name: 'platformEvents', kind: 'consumer', ...invocationOf(context) }, async () => {
        const events = readPlatformEvents(message);
        const attempts = Number(context.triggerMetadata?.dequeueCount ?? 1);
        for (const event of events) {
          if (event.kind === 'unusable') {
            deps.log('platform-event-unusable', { code: event.code });
            continue;
          }
          if (event.kind === 'scan-verdict') {
            const { ref, result } = event.verdict;
            const code = await recordVerdict(deps, workflowOf(context), event.verdict, attempts < patience);
            deps.log('scan-verdict', { code, result, claimId: ref.claimId });
            continue;
          }
          const { code, ...facts } = await recordDelivery(deps, workflowOf(context), event.report);
          // The others are the usual course of things: mails that no one answers by, customers who were faster.
          if (ignored.has(code)) deps.log('delivery-report-ignored', { code, ...facts });
        }
        // Retention for operations in the poison queue. The other events of the message may be taken again without harm.
        if (events.some((event) => event.kind === 'unusable' && event.code === 'event-malformed')) {
          throw new Error('An event that cannot be read.');
        }
      }),
  });
};
