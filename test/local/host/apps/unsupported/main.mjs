import { app } from '@azure/functions';

app.serviceBusQueue('listens', { queueName: 'q', connection: 'c', handler: async () => {} });
