import { setTimeout as pause } from 'node:timers/promises';
import { app } from '@azure/functions';

const runs = [];

app.storageQueue('records', {
  queueName: '%QUEUE%',
  connection: 'STORAGE',
  handler: async (message, context) => {
    const { triggerMetadata } = context;
    runs.push({ message, triggerMetadata });
    if (message.takesMs) await pause(message.takesMs);
    if (message.hangsOnce && triggerMetadata.dequeueCount === 1) await new Promise(() => {});
    if (message.fails >= triggerMetadata.dequeueCount) throw new Error('this run failed');
    runs.at(-1).done = true;
  },
});
app.http('runs', { authLevel: 'anonymous', methods: ['GET'], handler: async () => ({ jsonBody: runs }) });
