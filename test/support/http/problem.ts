import { expect } from 'vitest';
import { problemKinds } from '../../../src/lib/problem-codes.ts';
import type { Reply } from './client.ts';

const isKnown = (code: unknown): code is keyof typeof problemKinds => typeof code === 'string' && code in problemKinds;

/** What every refusal looks like (README, The API): RFC 9457 with all members, a documented code, a traceable answer. */
export const expectProblem = (reply: Reply, status: number, code: string): Reply['body'] => {
  expect({ status: reply.status, code: reply.body?.code }).toEqual({ status, code });
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  expect(reply.headers.get('cache-control')).toBe('no-store');
  const { type, title, detail, instance, errors, traceId, ...rest } = reply.body;
  expect(rest).toEqual({ status, code, ...(code === 'duplicate-claim' ? { standing: expect.any(Array) } : {}) });
  expect(isKnown(code) && problemKinds[code]).toEqual({ status, title });
  expect(type).toBe(`/api/problems/${code}`);
  expect(detail).toMatch(/\S/);
  expect(instance).toMatch(/^\/api/);
  expect(instance).not.toContain('?');
  expect(traceId).toMatch(/^[\w-]{16,}$/);
  for (const error of errors) {
    expect(error).toEqual({ path: expect.any(String), code: expect.any(String), message: expect.stringMatching(/\S/) });
    expect(isKnown(error.code)).toBe(true);
  }
  return reply.body;
};
