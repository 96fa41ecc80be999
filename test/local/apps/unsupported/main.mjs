import { app } from '@azure/functions';

app.storageQueue('listens', { queueName: 'q', connection: 'c', handler: async () => {} });
