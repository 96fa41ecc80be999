import { app } from '@azure/functions';
import { input } from 'durable-functions';
import type { Deps } from '../../claims/deps.ts';
import { recordDelivery } from '../../claims/record-delivery.ts';
import { runOperation } from '../../telemetry/operation.ts';
import { workflowOf } from '../../workflow/client.ts';
import { callerOf } from '../http/door.ts';
import { readPlatformEvents } from './platform-event.ts';

/**
 * The queue into which Event Grid delivers what the platform reports. What is thrown makes the queue bring the message again,
 * and at last put it aside; events that can be of no use are logged and let go.
 */
export const registerEvents = (deps: Deps, { queueName }: { queueName: string }): void => {
  app.storageQueue('platformEvents', {
    queueName,
    // Also the prefix of the settings for access with the app's identity.
    connection: 'CLAIMS_STORAGE',
    extraInputs: [input.durableClient()],
    handler: (message, context) =>
      runOperation(deps.log, { name: 'platformEvents', kind: 'consumer', ...callerOf(context) }, async () => {
        for (const event of readPlatformEvents(message)) {
          if (event.kind === 'unusable') {
            deps.log('platform-event-unusable', { code: event.code });
            continue;
          }
          const { code, ...facts } = await recordDelivery(deps, workflowOf(context), event.report);
          // The others are the usual course of things: mails that nobody answers by, customers who were faster.
          if (code === 'foreign-operation' || code === 'claim-unknown')
            deps.log('delivery-report-ignored', { code, ...facts });
        }
      }),
  });
};
