import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { clockOffset } from '../../clock.ts';

const MAX_AGE_MS = 15 * 60_000;
const AUTHORIZATION = /^HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=(\S+)$/;

const equal = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/**
 * Checks a request as Azure Communication Services does: the signed body hash, date and host, under the base64 `accessKey`.
 * Rules: "Sign an HTTP request", learn.microsoft.com/azure/communication-services/tutorials/hmac-header-tutorial.
 */
export const isSigned = (request: IncomingMessage, body: Buffer, accessKey: string): boolean => {
  const { authorization = '', host = '' } = request.headers;
  const date = request.headers['x-ms-date'];
  const contentHash = request.headers['x-ms-content-sha256'];
  const signature = AUTHORIZATION.exec(authorization)?.[1];
  if (typeof date !== 'string' || typeof contentHash !== 'string' || !signature) return false;
  if (!equal(contentHash, createHash('sha256').update(body).digest('base64'))) return false;

  // Measured by the slower of the two clocks: a request may be signed before a jump of the movable clock and arrive after.
  const age = Math.min(Date.now(), Date.now() - clockOffset()) - Date.parse(date);
  if (Number.isNaN(age) || age > MAX_AGE_MS) return false;

  const signed = `${request.method}\n${request.url}\n${date};${host};${contentHash}`;
  return equal(signature, createHmac('sha256', Buffer.from(accessKey, 'base64')).update(signed).digest('base64'));
};
