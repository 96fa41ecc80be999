import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { app } from '@azure/functions';

app.setup({ enableHttpStream: true });

const route = (name, options) => app.http(name, { authLevel: 'anonymous', methods: ['GET'], ...options });

route('echo', {
  route: 'things/{id}',
  methods: ['GET', 'PUT'],
  handler: async (request) => ({
    status: 201,
    headers: { 'x-method': request.method },
    cookies: [
      { name: 'a', value: '1', httpOnly: true },
      { name: 'b', value: '2' },
    ],
    jsonBody: {
      url: request.url,
      params: request.params,
      query: Object.fromEntries(request.query),
      agent: request.headers.get('x-caller'),
      body: request.method === 'PUT' ? await request.text() : null,
    },
  }),
});
route('literal', { route: 'things/special', handler: async () => ({ body: 'literal' }) });
route('number', { route: 'numbers/{n:int}', handler: async (request) => ({ body: `number ${request.params.n}` }) });
route('optional', { route: 'maybe/{id?}', handler: async (request) => ({ body: `id ${request.params.id}` }) });
route('file', { route: 'files/{name}.json', handler: async (request) => ({ body: request.params.name }) });
route('page', { route: '{*rest}', handler: async (request) => ({ body: `page ${request.params.rest ?? ''}` }) });
route('head', { route: 'head', methods: ['GET', 'HEAD'], handler: async () => ({ headers: { 'x-head': 'yes' } }) });
route('secret', { route: 'secret/{token}', handler: async () => ({ body: 'seen' }) });

route('throws', {
  handler: async () => {
    throw new Error('boom with details');
  },
});
route('nothing', { handler: async () => undefined });
route('text', { handler: async () => 'not an object' });
route('stalls', { handler: () => new Promise(() => {}) });
let breakNow;
route('breaks', {
  handler: async () => ({
    body: (async function* () {
      yield Buffer.from('first part');
      await new Promise((resolve) => {
        breakNow = resolve;
      });
      throw new Error('broken in the middle');
    })(),
  }),
});
route('break-now', {
  handler: async () => {
    breakNow();
    return {};
  },
});

route('digest', {
  methods: ['POST'],
  handler: async (request) => {
    const hash = createHash('sha256');
    let bytes = 0;
    let peak = 0;
    for await (const chunk of request.body) {
      hash.update(chunk);
      bytes += chunk.length;
      peak = Math.max(peak, chunk.length);
    }
    return { jsonBody: { bytes, peak, sha256: hash.digest('hex') } };
  },
});
route('ignores-body', { route: 'ignores-body', methods: ['POST'], handler: async () => ({ status: 413 }) });
let firstChunkAt;
let uploadEnded;
route('watch-upload', {
  methods: ['POST'],
  handler: async (request) => {
    uploadEnded = undefined;
    try {
      for await (const _ of request.body) firstChunkAt = Date.now();
      uploadEnded = 'complete';
    } catch {
      uploadEnded = 'aborted';
    }
    return {};
  },
});
route('upload-state', {
  handler: async () => ({ jsonBody: { started: firstChunkAt !== undefined, ended: uploadEnded } }),
});

route('download', {
  handler: async (request) => ({
    headers: { 'content-type': 'application/octet-stream' },
    body: (async function* () {
      for (let part = 0; part < Number(request.query.get('parts')); part += 1) {
        yield Buffer.alloc(65_536, part % 256);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })(),
  }),
});

// A file named by a setting releases the held answer: the host takes no new requests by then.
route('held', {
  handler: async (_request, context) => {
    context.log('holding');
    while (!existsSync(process.env.RELEASE_FILE)) await new Promise((resolve) => setTimeout(resolve, 10));
    return { body: 'released' };
  },
});
route('reject-later', {
  handler: async () => {
    Promise.reject(new Error('nobody caught this'));
    return { body: 'fine' };
  },
});
app.http('keyed', { authLevel: 'function', methods: ['GET'], handler: async () => ({ body: 'opened' }) });
app.http('master', { authLevel: 'admin', methods: ['GET'], handler: async () => ({ body: 'opened' }) });
route('env', { handler: async () => ({ body: `${process.env.GREETING} ${process.env.WEBSITE_HOSTNAME}` }) });
route('varies', { handler: async () => ({ headers: { Vary: 'Accept', 'Access-Control-Expose-Headers': 'ETag' } }) });
