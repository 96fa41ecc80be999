const { app } = require('@azure/functions');

app.http('echo', {
  authLevel: 'anonymous',
  methods: ['POST'],
  route: 'echo/{id}',
  handler: async (request) => ({
    status: 202,
    headers: { 'x-caller': request.headers.get('x-caller') },
    cookies: [{ name: 'a', value: 'b c', path: '/', sameSite: 'Strict', secure: true, maxAge: 60 }],
    jsonBody: { id: request.params.id, q: request.query.get('q'), body: await request.text() },
  }),
});
app.http('nothing', { authLevel: 'anonymous', methods: ['GET'], handler: async () => undefined });
app.http('throws', {
  authLevel: 'anonymous',
  methods: ['GET'],
  handler: async () => {
    throw new Error('boom');
  },
});
app.http('stalls', { authLevel: 'anonymous', methods: ['GET'], handler: () => new Promise(() => {}) });
app.http('varies', {
  authLevel: 'anonymous',
  methods: ['GET'],
  handler: async () => ({ headers: { Vary: 'Accept', 'Access-Control-Expose-Headers': 'ETag' } }),
});
