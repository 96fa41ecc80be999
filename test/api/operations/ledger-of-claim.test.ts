import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  claimWhen,
  completeDraft,
  decide,
  decisionLink,
  historyWith,
  newCustomer,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { type Client, type Reply, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { until } from '../../support/until.ts';

/** What the ledger holds of one claim, as operators read it. */

let stack: Stack;
let avery: Client;
let ops: Client;
beforeAll(async () => {
  stack = await sharedStack();
  [avery, ops] = await Promise.all([signIn(stack, 'avery'), signIn(stack, 'ops')]);
});
afterAll(() => stack.stop());

type Row = { kind: string; key: string; dueAt?: string; about?: string } & Record<string, unknown>;
const rowsOf = async (id: string): Promise<Row[]> => (await ops.get(`operations/claims/${id}/ledger`)).body.value;
const kindsOf = async (id: string): Promise<string[]> => (await rowsOf(id)).map(({ kind }) => kind);
const rowOf = async (id: string, wanted: string): Promise<Row | undefined> =>
  (await rowsOf(id)).find(({ kind }) => kind === wanted);

test('a draft has the row by which it is noticed when no one works on it', async () => {
  const id = await completeDraft(avery);
  const [row, ...others] = await rowsOf(id);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ kind: 'draft', key: `${row?.dueAt}|${id}`, attempts: 0, finding: '' });
});

test('a claim that waits has its next step, a look at its files, what it claims and what it has reserved, and no row of another claim', async () => {
  const id = await submittedClaim(avery);
  await submittedClaim(avery);
  await historyWith(avery, id, 'request-sent');
  await until('one step for the claim', async () => (await kindsOf(id)).filter((kind) => kind === 'step').length === 1);
  expect(await kindsOf(id)).toEqual(['step', 'files', 'asking', 'reservation']);
  const { customer, request } = (await avery.get(`claims/${id}`)).body;
  expect((await rowOf(id, 'step'))?.dueAt?.slice(0, 10)).toBe(request.reminders[0].dueAt.slice(0, 10));
  expect((await rowOf(id, 'asking'))?.about).toBe(`${customer.directoryId}|power-bi|presales`);
  expect(await rowOf(id, 'reservation')).toMatchObject({
    key: `r|${customer.directoryId}|power-bi|-|presales`,
    claimIds: [id],
  });
});

test('a claim that needs someone says so, and one that is over has only its retention and a look at its files', async () => {
  const id = await submittedClaim(avery);
  await decide(await decisionLink(stack, id), 'not-expected');
  await claimWhen(avery, id, ({ attention }) => attention?.needs === 'operations');
  expect(await rowOf(id, 'attention')).toMatchObject({
    key: id,
    reason: 'The customer contact did not expect this request.',
  });
  await avery.post(`claims/${id}/withdraw`, { reason: 'Wrong customer.' });
  await until('the retention of the claim', async () => (await kindsOf(id)).includes('retention'));
  expect((await kindsOf(id)).filter((kind) => kind !== 'step')).toEqual(['files', 'retention']);
  const { closedAt } = (await avery.get(`claims/${id}`)).body;
  expect(await rowOf(id, 'retention')).toMatchObject({ status: 'withdrawn', since: closedAt });
});

describe('After a question, its reply, a later deadline and an inquiry', () => {
  /** When the steps are due that are not due soon: those the reconciler removes within minutes if they are too many. */
  const stepsOf = async (id: string): Promise<string[]> =>
    (await rowsOf(id)).flatMap(({ kind, dueAt }) =>
      kind === 'step' && dueAt !== undefined && Date.parse(dueAt) > Date.now() + 3_600_000 ? [dueAt] : [],
    );
  /** Waits until the ledger has one step for the claim, due a little after the moment that `read` finds in it. */
  const oneStepAfter = (id: string, read: (claim: Reply['body']) => string): Promise<unknown> =>
    until('one step, for what the claim waits for', async () => {
      const [[dueAt, ...others], claim] = [await stepsOf(id), (await avery.get(`claims/${id}`)).body];
      const graceMs = Date.parse(dueAt ?? '') - Date.parse(read(claim));
      return others.length === 0 && graceMs > 0 && graceMs < 3_600_000;
    });
  const nextReminder = ({ request }: Reply['body']): string =>
    request.reminders.find(({ sentAt, skipped }: { sentAt?: string; skipped?: true }) => !sentAt && !skipped).dueAt;
  const operate = async (id: string, action: string, body: object): Promise<void> => {
    expect((await ops.post(`operations/claims/${id}/${action}`, { reason: 'Asked by phone.', ...body })).status).toBe(
      200,
    );
  };
  const delayed = async () => {
    const id = await submittedClaim(avery, undefined, { customer: newCustomer() });
    const link = await decisionLink(stack, id);
    await claimWhen(avery, id, ({ request }) => request !== undefined);
    await oneStepAfter(id, nextReminder);
    await decide(link, 'ask', 'What do we get?');
    await oneStepAfter(id, ({ question }) => question.pausedUntil);
    await avery.post(`claims/${id}/comments`, { text: 'Two more people.', answers: 1 });
    await oneStepAfter(id, nextReminder);
    await operate(id, 'extend-deadline', { businessDays: 2 });
    await oneStepAfter(id, nextReminder);
    await operate(id, 'inquiry', {});
    await oneStepAfter(id, ({ inquiry }) => inquiry.until);
    return { id, link };
  };

  test('one that is withdrawn has no step left', async () => {
    const { id } = await delayed();
    await avery.post(`claims/${id}/withdraw`, { reason: 'Wrong customer.' });
    await until('its retention', async () => (await kindsOf(id)).includes('retention'));
    expect(await stepsOf(id)).toEqual([]);
  });

  test('one that is approved while a question waits has no step left', async () => {
    const { id, link } = await delayed();
    await operate(id, 'inquiry/release', {});
    await oneStepAfter(id, nextReminder);
    await decide(link, 'ask', 'And when?');
    await oneStepAfter(id, ({ question }) => question.pausedUntil);
    await decide(link, 'approve');
    await historyWith(avery, id, 'receipt-sent');
    await until('the end of its steps', async () => (await stepsOf(id)).length === 0);
  });
});

test('a claim for what another partner holds says who holds it, and since when', async () => {
  const kim = await signIn(stack, 'kim');
  const customer = newCustomer();
  const standing = await submittedClaim(avery, undefined, { customer });
  await decide(await decisionLink(stack, standing), 'approve');
  await claimWhen(avery, standing, ({ status }) => status === 'approved');
  const id = await submittedClaim(kim, undefined, { customer, partnerLocation: { mpnId: '5209871' } });
  const about = `${customer.directoryId}|power-bi|presales`;
  expect(await rowOf(id, 'holding')).toMatchObject({
    about,
    holders: [{ claimId: standing, partnerName: 'Northwind Partners', takenAt: expect.any(String) }],
  });
  expect(await rowOf(id, 'asking')).toMatchObject({ about, claimIds: [standing, id] });
  expect((await rowOf(standing, 'holding'))?.holders).toEqual((await rowOf(id, 'holding'))?.holders);
});

test('the ledger of a claim is for operators, and needs a claim that exists', async () => {
  const id = await completeDraft(avery);
  expectProblem(await avery.get(`operations/claims/${id}/ledger`), 403, 'role-missing');
  for (const unknown of ['ca-zyh2k9q0p-4m7k2x9a', 'nonsense']) {
    expectProblem(await ops.get(`operations/claims/${unknown}/ledger`), 404, 'claim-not-found');
  }
});
