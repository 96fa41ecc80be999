import { app } from '@azure/functions';
import * as df from 'durable-functions';

app.setup({ enableHttpStream: true });

const notes = [];
df.app.activity('note', {
  handler: (input) => {
    notes.push({ ...input, at: new Date().toISOString() });
    return notes.length;
  },
});
df.app.orchestration('approval', function* (context) {
  const decision = context.df.waitForExternalEvent('decision');
  for (const day of [3, 5]) {
    const due = new Date(context.df.currentUtcDateTime.getTime());
    due.setUTCDate(due.getUTCDate() + (day === 3 ? 3 : 2));
    const timer = context.df.createTimer(due);
    yield context.df.Task.any([decision, timer]);
    if (decision.isCompleted) {
      if (!timer.isCompleted) timer.cancel();
      return { decided: decision.result };
    }
    yield context.df.callActivity('note', { day });
  }
  return { decided: 'silence' };
});

const operation = (name, methods, handler) =>
  app.http(name, {
    route: `${name}/{id}`,
    authLevel: 'anonymous',
    methods,
    extraInputs: [df.input.durableClient()],
    handler: async (request, context) => handler(df.getClient(context), request.params.id, request),
  });
operation('start', ['POST'], async (client, id, request) => {
  await client.startNew('approval', { instanceId: id, input: {} });
  return client.createCheckStatusResponse(request, id);
});
operation('decide', ['POST'], async (client, id, request) => {
  await client.raiseEvent(id, 'decision', await request.json());
  return { status: 202 };
});
operation('status', ['GET'], async (client, id) => ({ jsonBody: await client.getStatus(id) }));
app.http('notes', { authLevel: 'anonymous', methods: ['GET'], handler: async () => ({ jsonBody: notes }) });
