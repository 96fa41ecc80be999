import { expect, test } from 'vitest';
import { examples } from '../../../src/functions/http/openapi/examples/by-operation.ts';
import { contractChecks } from '../../support/http/contract.ts';

const check = contractChecks();
const url = 'http://app.example/api/claims/ca-zyh2k9q0p-4m7k2x9a';
const { answer } = examples.readClaim ?? {};
const asJson = { 'content-type': 'application/json; charset=utf-8', etag: '"3"' };
const read = (status: number, body: unknown, headers: Record<string, string> = asJson) =>
  check({ method: 'GET', url, status, headers: new Headers(headers), text: JSON.stringify(body) });

test('an answer as the document has it passes', () => {
  expect(read(200, answer)).toBe('');
});

test('a status, a type, a header, a member or a code that the document does not have is found', () => {
  const asProblem = { 'content-type': 'application/problem+json' };
  const problem = { type: '/x', title: 'x', detail: 'x', instance: '/x', errors: [], traceId: 'x' };
  expect(read(202, answer)).toMatch('no such status');
  expect(read(200, answer, { ...asJson, 'content-type': 'text/plain' })).toMatch('is text/plain');
  expect(read(200, answer, { 'content-type': 'application/json' })).toMatch('lacks ETag');
  expect(read(200, { ...Object(answer), linkVersion: 1 })).toMatch('must NOT have additional properties');
  expect(read(200, { ...Object(answer), poe: undefined })).toMatch("must have required property 'poe'");
  expect(read(404, { ...problem, status: 404, code: 'claim-not-found' }, asProblem)).toBe('');
  expect(read(404, { ...problem, status: 404, code: 'poe-not-found' }, asProblem)).toMatch('allowed values');
  expect(read(401, { ...problem, status: 401, code: 'role-missing' }, asProblem)).toMatch('allowed values');
});
