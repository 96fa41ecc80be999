import { app, HttpRequest, type HttpResponseInit, type InvocationContext } from '@azure/functions';
import { describe, expect, test, vi } from 'vitest';
import type { Deps } from '../../../src/claims/deps.ts';
import { refOf } from '../../../src/domain/claim.ts';
import { registerDecision } from '../../../src/functions/decision/register.ts';
import { waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

/** What the host calls for a POST to a decision link. */
const handlerOf = (deps: Deps) => {
  const registering = vi.spyOn(app, 'http').mockImplementation(() => undefined);
  registerDecision(deps);
  const [, options] = registering.mock.calls.find(([name]) => name === 'recordDecision') ?? [];
  registering.mockRestore();
  if (options === undefined) throw new Error('Nothing takes a decision.');
  return options.handler;
};

// The cast: the door hands over no more of it. No nudge gets through, which delays an answer and changes none.
const context = {
  invocationId: 'i',
  options: { extraInputs: [{ type: 'durableClient', name: 'client' }] },
  extraInputs: { get: () => ({ taskHubName: 'hub', creationUrls: {}, managementUrls: {} }) },
} as unknown as InvocationContext;

/** Sends a form to the link of a claim that waits; `entries`: what is recorded then. */
const send = async (body: string, headers: Record<string, string> = {}) => {
  const claim = waitingRecord();
  const claims = memoryClaims(claim);
  const facts = { ...refOf(claim), version: 1, issuedAt: claim.createdAt, purpose: 'decide' };
  const deps = depsFor(claims, new Date('2026-11-24T12:00:00.000Z'), {
    links: { read: async () => ({ state: 'valid', facts }) },
    publicUrl: 'https://claims.example',
    log: () => undefined,
  });
  const request = new HttpRequest({
    method: 'POST',
    url: 'https://internal.example/decisions/token',
    params: { token: 'token' },
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: { string: body },
  });
  // The cast: every answer of this door has this type.
  const { status } = (await handlerOf(deps)(request, context)) as HttpResponseInit;
  return { status, entries: claims.entries() };
};

describe('The customer’s form', () => {
  const recorded = { status: 303, entries: ['customer declined'] };

  test.each([
    ['without an origin, as our pages send it', {}],
    ['from the public address', { origin: 'https://claims.example', 'sec-fetch-site': 'same-origin' }],
    ['from the address by which the app is reached', { origin: 'https://internal.example' }],
  ])('is taken %s', async (_, headers) => {
    expect(await send('decision=decline', headers)).toEqual(recorded);
  });

  test.each<[string, string, Record<string, string>, number]>([
    ['a page of another site', 'decision=decline', { 'sec-fetch-site': 'cross-site' }, 404],
    ['another origin', 'decision=decline', { origin: 'https://evil.example' }, 404],
    ['a script that sends JSON', 'decision=decline', { 'content-type': 'application/json' }, 422],
    ['whoever sends two answers', 'decision=decline&decision=approve', {}, 422],
  ])('is not taken from %s', async (_, body, headers, status) => {
    expect(await send(body, headers)).toEqual({ status, entries: [] });
  });
});
