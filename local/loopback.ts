import type { IncomingHttpHeaders } from 'node:http';

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

const isLoopbackOrigin = (origin: string): boolean => URL.canParse(origin) && loopback.test(new URL(origin).host);

/**
 * Whether a request comes from this machine's own programs and pages. A page of another site, open in a developer's browser,
 * can send requests to a port here, and with a host name of its own that leads to 127.0.0.1 it could even read the answers.
 */
export const isFromHere = (method: string | undefined, headers: IncomingHttpHeaders): boolean => {
  if (headers.host === undefined || !loopback.test(headers.host)) return false;
  if (method === 'GET' || method === 'HEAD') return true;
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  const { origin } = headers;
  // `null` is what a form of our own pages says, which send no referrer; the header above tells those from others.
  return origin === undefined || origin === 'null' || isLoopbackOrigin(origin);
};
