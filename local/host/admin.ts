import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFromHere } from '../loopback.ts';
import { type HostClock, parseDuration } from './host-clock.ts';
import { answerJson, answerPlain, readBody } from './http/http-answer.ts';
import type { RequestHandler } from './http/http-front.ts';

const clockHelp =
  'send { "advance": "P1D" }: an ISO 8601 duration of weeks, days, hours, minutes and seconds, forward only';

/** Serves `/admin/`: the host's state and its clock. It needs no key, so it answers this machine's programs only. */
export const createAdminHandler = (options: {
  clock: HostClock;
  /** Whether this host moves the clock: of several on one hub, only one does. */
  leads: () => boolean;
  hostId: string;
  functions: string[];
}): RequestHandler => {
  const { leads, hostId, functions } = options;
  const status = () => ({
    id: hostId,
    state: 'Running',
    leads: leads(),
    processUptime: Math.round(process.uptime() * 1000),
    functions,
  });

  return (incoming, outgoing) => {
    const [path] = (incoming.url ?? '').split('?', 1);
    if (!isFromHere(incoming.method, incoming.headers)) {
      incoming.resume();
      answerPlain(outgoing, 403);
      return { route: '/admin (not from here)', done: Promise.resolve() };
    }
    if (path === '/admin/clock') return { route: path, done: serveClock(options, incoming, outgoing) };
    if (path === '/admin/host/status' && incoming.method === 'GET') {
      answerJson(outgoing, 200, status());
      return { route: path, done: Promise.resolve() };
    }
    incoming.resume();
    answerPlain(outgoing, 404);
    return { route: '/admin (no route)', done: Promise.resolve() };
  };
};

const serveClock = async (
  { clock, leads }: { clock: HostClock; leads: () => boolean },
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> => {
  const body = await readBody(incoming, 10_000);
  if (incoming.method === 'POST') {
    const byMs = parseDuration(readAdvance(body));
    if (byMs === undefined) return answerJson(outgoing, 400, { error: clockHelp });
    if (!leads()) return answerJson(outgoing, 409, { error: 'another host leads this task hub: move its clock' });
    await clock.advance(byMs);
  } else if (incoming.method !== 'GET') {
    return answerPlain(outgoing, 405, { allow: 'GET, POST' });
  }
  answerJson(outgoing, 200, { now: new Date().toISOString() });
};

const readAdvance = (body: Buffer | undefined): unknown => {
  try {
    const value: unknown = JSON.parse(body?.toString('utf8') ?? '');
    return typeof value === 'object' && value !== null && 'advance' in value ? value.advance : undefined;
  } catch {
    return undefined;
  }
};
