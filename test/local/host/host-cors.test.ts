import { describe, expect, test } from 'vitest';
import { startHostForTest } from './host-process.ts';

/** Calls from pages of another origin, answered as the platform answers them on Azure. */

const frontEnd = 'http://localhost:5173';
const preflightFrom = (origin: string): RequestInit => ({
  method: 'OPTIONS',
  headers: {
    origin,
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'authorization,if-match',
  },
});
const corsOf = ({ headers }: Response): string[] =>
  [...headers].filter(([name]) => name.startsWith('access-control-')).map(([name, value]) => `${name}: ${value}`);

// The path of one that streams and one that does not.
describe.each([
  ['streaming', '/varies'],
  ['buffered', '/api/varies'],
])('A host that knows a front end, of an app that is %s,', (app, path) => {
  const start = (...origins: string[]) =>
    startHostForTest({ app, flags: origins.flatMap((origin) => ['--front-end-origin', origin]) });

  test('answers its preflights before the app is asked, for any method and header', async () => {
    const { url } = await start('http://localhost:4000', frontEnd);
    const answer = await fetch(url + path, preflightFrom(frontEnd));
    expect(answer.status).toBe(204);
    expect(answer.headers.get('vary')).toBe('Origin');
    expect(corsOf(answer)).toEqual([
      'access-control-allow-headers: authorization,if-match',
      'access-control-allow-methods: PUT',
      `access-control-allow-origin: ${frontEnd}`,
    ]);
  });

  test('lets it read answers, refusals of the host too, and keeps the Vary and the exposed headers of the app', async () => {
    const { url } = await start(frontEnd);
    const answer = await fetch(url + path, { headers: { origin: frontEnd } });
    expect(answer.headers.get('vary')).toBe('Origin, Accept');
    expect(corsOf(answer)).toEqual([`access-control-allow-origin: ${frontEnd}`, 'access-control-expose-headers: ETag']);
    const refusal = await fetch(url + path, { method: 'DELETE', headers: { origin: frontEnd } });
    expect([refusal.status, ...corsOf(refusal)]).toEqual([405, `access-control-allow-origin: ${frontEnd}`]);
  });

  test('allows other origins nothing, and no one its own addresses', async () => {
    const { url } = await start(frontEnd);
    const preflight = await fetch(url + path, preflightFrom('http://localhost:9'));
    expect([preflight.status, ...corsOf(preflight)]).toEqual([204]);
    const answer = await fetch(url + path, { headers: { origin: 'http://localhost:9' } });
    expect([answer.status, ...corsOf(answer)]).toEqual([200, 'access-control-expose-headers: ETag']);
    expect(corsOf(await fetch(`${url}/admin/clock`, preflightFrom(frontEnd)))).toEqual([]);
  });

  test('without a front end, leaves such calls to the app', async () => {
    const { url } = await start();
    const preflight = await fetch(url + path, preflightFrom(frontEnd));
    expect([preflight.status, ...corsOf(preflight)]).toEqual([405]);
    expect((await fetch(url + path)).headers.get('vary')).toBe('Accept');
  });
});
