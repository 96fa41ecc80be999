import { describe, expect, test } from 'vitest';
import type { Workflow } from '../../../src/claims/deps.ts';
import { changeContact } from '../../../src/claims/request/change-contact.ts';
import { resendRequest } from '../../../src/claims/request/resend-request.ts';
import { submitClaim } from '../../../src/claims/request/submit-claim.ts';
import { withdrawClaim } from '../../../src/claims/request/withdraw-claim.ts';
import { type Claim, refOf } from '../../../src/domain/claim.ts';
import { completeRecord, waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

/** What a partner may not do to its own claim. */

const now = new Date('2026-11-24T12:00:00.000Z');
const waiting = waitingRecord();
const ref = refOf(waiting);
const caller = { partnerId: ref.partnerId, userId: 'u', name: 'Avery', email: 'avery@northwind.example', roles: [] };
// The cast: the operations here only start or nudge the workflow.
const workflow = { nudge: async () => undefined, start: async () => undefined } as unknown as Workflow;

const change = async (claim: Claim, act: (deps: ReturnType<typeof depsFor>) => Promise<object>, at = now) => {
  const claims = memoryClaims(claim);
  const deps = depsFor(Object.assign(claims, { history: async () => [], reservedBy: async () => new Map() }), at, {
    foreignContacts: 'reason',
    drafts: { noticeDays: 53, expiryDays: 60 },
    random: (length: number) => new Uint8Array(length),
    directories: { directoryOf: async () => undefined },
    reference: {
      partner: async () => undefined,
      subscriptions: async () => [],
      directoryOfSubscription: async () => undefined,
    },
  });
  return { result: await act(deps), claim: (await claims.read()).claim, entries: claims.entries() };
};
const refused = (code: string, claim: Claim) => ({ result: { code }, claim, entries: [] });

const resend = (deps: ReturnType<typeof depsFor>) => resendRequest(deps, workflow, { caller, ref, guard: {} });
const withdraw = (ifVersion: number) => (deps: ReturnType<typeof depsFor>) =>
  withdrawClaim(deps, workflow, { caller, ref, reason: 'Over.', guard: { ifVersion } });
const submit = (deps: ReturnType<typeof depsFor>) => submitClaim(deps, workflow, { caller, ref, guard: {} });
const ask = (email: string) => (deps: ReturnType<typeof depsFor>) =>
  changeContact(deps, workflow, { caller, ref, guard: {}, contact: { name: 'Kim', title: 'CTO', email } });

describe('A partner', () => {
  test('changes the version that it has read, and no other', async () => {
    const stored = { ...waiting, version: 2 };
    expect(await change(stored, withdraw(1))).toMatchObject(refused('etag-stale', stored));
    expect(await change(stored, withdraw(2))).toMatchObject({ entries: ['partner withdrawn'] });
  });

  test('has the customer asked again, and not once the claim is closed', async () => {
    expect(await change(waiting, resend)).toMatchObject({
      claim: { link: { version: 2 } },
      entries: ['partner resend-requested'],
    });
    const closed = waitingRecord({ status: 'withdrawn' });
    expect(await change(closed, resend)).toMatchObject(refused('action-not-allowed', closed));
  });

  test('does not have the customer asked again while operators look into the request', async () => {
    const since = now.toISOString();
    const inquiry = { since, by: { kind: 'operator', name: 'Ola' } as const, reason: 'A doubt.', until: since };
    const stored = { ...waiting, inquiry };
    expect(await change(stored, resend)).toMatchObject(refused('under-inquiry', stored));
  });

  test('does not have the customer asked again a moment later', async () => {
    expect(await change(waiting, resend, new Date(waiting.createdAt))).toMatchObject(refused('too-soon', waiting));
  });

  test('submits a complete draft, and no other', async () => {
    const whole = completeRecord();
    expect(await change(whole, submit)).toMatchObject({
      claim: { status: 'submitted' },
      entries: ['partner submitted'],
    });
    const empty = completeRecord({ poe: [] });
    expect(await change(empty, submit)).toMatchObject(refused('claim-incomplete', empty));
  });

  test('has another contact of the customer asked, and never itself', async () => {
    expect(await change(waiting, ask('kim@contoso.example'))).toMatchObject({ entries: ['partner contact-changed'] });
    for (const own of ['avery@northwind.example', 'kim@northwind.example']) {
      const errors = [{ code: 'contact-is-partner' }];
      expect(await change(waiting, ask(own))).toMatchObject({ result: { errors }, claim: waiting, entries: [] });
    }
  });
});
