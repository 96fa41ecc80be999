import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HistoryEntry } from '../../../src/domain/history.ts';
import { approvedClaim, askedClaim } from '../../support/claims/after-submission.ts';
import { advanceToInstant } from '../../support/claims/calendar.ts';
import { decide, decisionLink, historyWith, mailsOf, proof } from '../../support/claims/claims.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { clockStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { until } from '../../support/until.ts';

/** What operators do to a claim, each with a reason. */

let stack: Stack;
let avery: Client;
let ops: Client;
beforeAll(async () => {
  stack = await clockStack();
  [avery, ops] = await Promise.all([signIn(stack, 'avery'), signIn(stack, 'ops')]);
});
afterAll(() => stack.stop());

const reason = 'The customer does not know this partner.';

/** The subjects of the mails that tell both sides of an end. */
const told = (id: string, kind: string) =>
  until('mails to both sides', async () => {
    const history = await historyWith(avery, id, `${kind}-sent`, 2);
    return history.length > 0 && (await mailsOf(stack, id)).slice(-2);
  });

test('a request that is stopped can no longer be answered, and both sides are told why', async () => {
  const id = await askedClaim(avery);
  const link = await decisionLink(stack, id);
  const stopped = await ops.post(`operations/claims/${id}/stop`, { reason });
  expect({ status: stopped.status, body: stopped.body }).toEqual({ status: 200, body: { id, status: 'withdrawn' } });
  expect((await decide(link, 'approve')).status).toBe(409);
  const mails = await told(id, 'withdrawn');
  for (const { text } of mails) expect(text).toContain(reason);
  const notices = (await historyWith(avery, id, 'withdrawn-sent', 2)).filter(({ event }) => event === 'withdrawn-sent');
  expect(notices.map(({ detail }) => detail)).toEqual([{ side: 'customer' }, { side: 'partner' }]);
  expect((await avery.get(`claims/${id}`)).body).toMatchObject({ status: 'withdrawn', closedBy: 'operator' });
  expect((await historyWith(avery, id, 'withdrawn')).find(({ event }) => event === 'withdrawn')).toMatchObject({
    actor: { kind: 'operator', name: 'Ola Persson' },
    detail: { reason },
  });
  expectProblem(await ops.post(`operations/claims/${id}/stop`, { reason }), 409, 'action-not-allowed');
});

test('an association that is ended is told to both sides, and is ended once', async () => {
  const id = await approvedClaim(stack, avery);
  expectProblem(await ops.post(`operations/claims/${id}/stop`, { reason }), 409, 'action-not-allowed');
  expectProblem(await ops.post(`operations/claims/${id}/end`, { reason: ' ' }), 422, 'too-short');
  const headers = { 'idempotency-key': `end-${id}` };
  const ends = [1, 2].map(() => ops.post(`operations/claims/${id}/end`, { reason }, headers));
  for (const { status, body } of await Promise.all(ends)) {
    expect({ status, body }).toEqual({ status: 200, body: { id, status: 'ended' } });
  }
  for (const { text } of await told(id, 'ended')) expect(text).toContain(reason);
  expect((await avery.get(`claims/${id}`)).body).toMatchObject({ status: 'ended', closedBy: 'operator' });
  expectProblem(await ops.post(`operations/claims/${id}/end`, { reason }), 409, 'action-not-allowed');
});

test('a hold is seen by operators; its partner sees that there is an entry, and that the history is whole', async () => {
  const id = await askedClaim(avery);
  for (const held of [true, false]) {
    const { status } = await ops.send('PUT', `operations/claims/${id}/hold`, { json: { held, reason } });
    expect(status).toBe(200);
  }
  await historyWith(avery, id, 'delivery-reported'); // it may come between the two, or after them
  const own: HistoryEntry[] = (await avery.get(`claims/${id}/history`)).body.value;
  const seen: HistoryEntry[] = (await ops.get(`operations/claims/${id}/history`)).body.value;
  expect(seen.filter(({ event }) => event === 'held' || event === 'released')).toMatchObject([
    { event: 'held', actor: { name: 'Ola Persson' }, detail: { reason } },
    { event: 'released', actor: { name: 'Ola Persson' }, detail: { reason } },
  ]);
  const shownToPartner = seen.map((entry) => {
    if (entry.event !== 'held' && entry.event !== 'released') return entry;
    const { detail, ...rest } = entry;
    return { ...rest, actor: { kind: 'operator' }, event: 'withheld', withheld: true };
  });
  expect(own).toEqual(shownToPartner);
  const claim = (await avery.get(`claims/${id}`)).body;
  for (const shown of [own, claim]) expect(JSON.stringify(shown)).not.toContain(reason);
  expect((await avery.get(`claims/${id}/history/verification`)).body).toMatchObject({ intact: true });
});

test('a request under inquiry cannot be answered until it is released', async () => {
  const id = await askedClaim(avery);
  const link = await decisionLink(stack, id);
  const opened = await ops.post(`operations/claims/${id}/inquiry`, { reason });
  expect(opened.body).toMatchObject({ status: 'submitted', inquiry: { reason, by: { kind: 'operator' } } });
  const mailAfter = async (event: string) => {
    await historyWith(avery, id, event);
    return (await mailsOf(stack, id)).at(-1);
  };
  expect(await mailAfter('inquiry-opened-sent')).toMatchObject({
    to: ['avery@northwind.example'],
    subject: 'Your request is under review: Contoso',
    text: expect.stringContaining(reason),
  });
  expect((await decide(link, 'approve')).status).toBe(409);
  expectProblem(
    await ops.post(`operations/claims/${id}/extend-deadline`, { businessDays: 1, reason }),
    409,
    'under-inquiry',
  );
  expect((await ops.post(`operations/claims/${id}/inquiry/release`, { reason })).body.deadline).toEqual(
    expect.any(String),
  );
  expect((await mailAfter('inquiry-released-sent'))?.text).toContain('The customer can answer again, until ');
  expect((await decide(link, 'approve')).status).toBe(303);
  expectProblem(await ops.post(`operations/claims/${id}/inquiry`, { reason }), 409, 'action-not-allowed');
  expectProblem(await ops.post(`operations/claims/${id}/inquiry/release`, { reason }), 409, 'action-not-allowed');
});

test('a reviewer reads the proof of a submitted claim, and each look is in its history', async () => {
  const id = await askedClaim(avery);
  const { fileId, fileName } = (await avery.get(`claims/${id}`)).body.poe[0];
  const path = `operations/claims/${id}/poe/${fileId}`;
  expectProblem(await ops.get(path), 403, 'role-missing');
  const ida = await signIn(stack, 'ida');
  expect((await ida.send('HEAD', path)).status).toBe(200);
  const file = await ida.get(path);
  expect({ status: file.status, text: file.text }).toEqual({ status: 200, text: proof });
  expect(file.headers.get('content-disposition')).toContain('attachment');
  const looks = (await historyWith(avery, id, 'poe-reviewed')).filter(({ event }) => event === 'poe-reviewed');
  expect(looks).toMatchObject([{ actor: { kind: 'operator', name: 'Ida Novak' }, detail: { fileId, fileName } }]);
  expectProblem(await ida.get(`operations/claims/${id}/poe/nothing`), 404, 'poe-not-found');
});

test('a deadline that is extended is told to customer and partner, and the request can be answered until then', async () => {
  const id = await askedClaim(avery);
  const before = (await avery.get(`claims/${id}`)).body.request.deadline;
  const path = `operations/claims/${id}/extend-deadline`;
  expectProblem(await ops.post(path, { businessDays: 21, reason }), 422, 'invalid-value');
  const { status, body } = await ops.post(path, { businessDays: 3, reason: 'The contact is on leave.' });
  expect({ status, body }).toEqual({ status: 200, body: { id, status: 'submitted', deadline: expect.any(String) } });
  expect(body.deadline > before).toBe(true);
  const told = (await historyWith(avery, id, 'reminder-sent')).find(({ event }) => event === 'reminder-sent');
  expect(told?.detail).toMatchObject({ extension: true });
  expect((await mailsOf(stack, id)).slice(-2)).toMatchObject([
    { to: ['avery@northwind.example'], subject: 'More time for your request: Contoso' },
    { to: ['dana@contoso.example'], subject: 'You have more time to answer Northwind Partners' },
  ]);
  const { value: rows } = (await ops.get(`operations/claims/${id}/ledger`)).body;
  expect(
    rows.some(({ kind, dueAt }: { kind: string; dueAt?: string }) => kind === 'step' && String(dueAt) > before),
  ).toBe(true);
  expectProblem(await ops.post(path, { businessDays: 18, reason }), 422, 'invalid-value');
  const link = await decisionLink(stack, id);
  await advanceToInstant(stack, new Date(Date.parse(before) + 60_000));
  // The partner's notice has moved along: it is due two business days before the later deadline.
  const subjects = (await mailsOf(stack, id)).map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject.startsWith('No answer yet'))).toEqual([]);
  expect((await decide(link, 'approve')).status).toBe(303);
});
