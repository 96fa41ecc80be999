import { app } from '@azure/functions';
import * as df from 'durable-functions';

/** As little as an app with an orchestration can be: the floor that the cold start of the real one is held against. */

df.app.orchestration('nothing', function* (context) {
  yield context.df.callActivity('nothingDone', {});
});
df.app.activity('nothingDone', { handler: () => 'nothing' });
app.http('live', {
  methods: ['GET'],
  route: 'api/health/live',
  authLevel: 'anonymous',
  handler: () => ({ status: 200, jsonBody: { status: 'live' } }),
});
