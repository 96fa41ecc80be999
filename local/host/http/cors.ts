import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Lets pages of `origins` call the app, as `siteConfig.cors` on Azure and `Host.CORS` under Core Tools do: any method, any
 * header, no credentials. Answers a preflight and returns true for it. As there, the app itself decides which headers of an
 * answer a page may read.
 */
export const answerCors = (origins: string[], incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
  if (origins.length === 0) return false;
  const { origin, 'access-control-request-method': method } = incoming.headers;
  const isPreflight = incoming.method === 'OPTIONS' && origin !== undefined && method !== undefined;
  outgoing.setHeader('vary', 'Origin');
  if (origin !== undefined && origins.includes(origin)) {
    outgoing.setHeader('access-control-allow-origin', origin);
    if (isPreflight) {
      const headers = incoming.headers['access-control-request-headers'];
      outgoing.setHeader('access-control-allow-methods', method);
      if (headers !== undefined) outgoing.setHeader('access-control-allow-headers', headers);
    }
  }
  if (isPreflight) outgoing.writeHead(204).end();
  return isPreflight;
};
