import type { TableClient } from '@azure/data-tables';
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
import { claimsTable } from '../../support/claims/claims-table.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

/** Rows that only follow from a claim's record: when one is gone, or says what is not so, the record goes on. */

let stack: Stack;
let avery: Client;
let ops: Client;
let table: TableClient;
let partnerId: string;
beforeAll(async () => {
  stack = await sharedStack();
  [avery, ops] = await Promise.all([signIn(stack, 'avery'), signIn(stack, 'ops')]);
  partnerId = (await avery.get('partner')).body.partnerId;
  table = claimsTable(stack);
});
afterAll(() => stack?.stop());

/** Keys of the rows of a claim that begin with this, but for its history. */
const rowsOf = async (id: string, prefix: string): Promise<string[]> => {
  const keys: string[] = [];
  for await (const { rowKey, claimId } of table.listEntities({
    queryOptions: { filter: `PartitionKey eq '${partnerId}'` },
  })) {
    const isItsOwn = rowKey?.endsWith(`|${id}`) || claimId === id;
    if (isItsOwn && rowKey?.startsWith(prefix)) keys.push(rowKey);
  }
  return keys;
};
const remove = async (keys: string[]): Promise<void> => {
  expect(keys).not.toEqual([]);
  for (const key of keys) await table.deleteEntity(partnerId, key);
};
const waiting = async (changes: object = {}) => {
  const id = await submittedClaim(avery, 'Rows that are gone', changes);
  const link = await decisionLink(stack, id);
  await claimWhen(avery, id, ({ request }) => request?.delivery === 'delivered');
  return { id, link };
};
const listed = async (query: string): Promise<string[]> =>
  (await avery.get(`claims?${query}&top=100`)).body.value.map(({ id }: { id: string }) => id);

describe('A row of a claim that is gone', () => {
  test.for([
    ['of its status', 's|'],
    ['of its last change', 'u|'],
    ['of its deadline', 'd|'],
  ] as const)('%s keeps no customer from an answer, and comes back', async ([, prefix]) => {
    const { id, link } = await waiting();
    await remove(await rowsOf(id, prefix));
    expect((await decide(link, 'approve')).status).toBe(303);
    await claimWhen(avery, id, ({ status }) => status === 'approved');
    await historyWith(avery, id, 'rows-restored');
    expect(await listed('status=approved')).toContain(id);
    expect(await listed('status=submitted')).not.toContain(id);
  });

  test('keeps no partner from withdrawing', async () => {
    const { id } = await waiting();
    await remove([...(await rowsOf(id, 's|')), ...(await rowsOf(id, 'r|'))]);
    expect((await avery.post(`claims/${id}/withdraw`, { reason: 'Enough' })).status).toBe(200);
    expect(await listed('status=withdrawn')).toContain(id);
    expect(await rowsOf(id, 'r|')).toEqual([]);
  });

  test('and that no change touches is restored by a redrive', async () => {
    const { id } = await waiting();
    await remove([...(await rowsOf(id, 'p|')), ...(await rowsOf(id, 'r|'))]);
    expect(await listed('product=power-bi')).not.toContain(id);
    expect((await ops.post(`operations/claims/${id}/redrive`, { reason: 'Not in the list.' })).status).toBe(202);
    expect(await listed('product=power-bi')).toContain(id);
    expect(await rowsOf(id, 'r|')).toHaveLength(1);
    const [entry] = (await historyWith(avery, id, 'rows-restored')).filter(({ event }) => event === 'rows-restored');
    expect(entry).toMatchObject({ actor: { kind: 'system' }, detail: { rows: 2 } });
  });
});

test('a record in a status that this build does not know is left as it is, shown to operations, and no step is taken', async () => {
  const { id, link } = await waiting();
  const row = await table.getEntity<Record<string, string>>(partnerId, `c|${id}`);
  const asItWas = { partitionKey: partnerId, rowKey: `c|${id}`, doc0: row.doc0 ?? '' };
  const ofAnotherBuild = asItWas.doc0.replace('"status":"submitted"', '"status":"paused"');
  expect(ofAnotherBuild).toContain('"paused"');
  const { etag } = await table.updateEntity({ ...asItWas, doc0: ofAnotherBuild }, 'Merge');

  expectProblem(await avery.get(`claims/${id}`), 500, 'claim-unreadable');
  expectProblem(await avery.post(`claims/${id}/withdraw`, { reason: 'Enough' }), 500, 'claim-unreadable');
  expectProblem(await ops.post(`operations/claims/${id}/redrive`, { reason: 'Try' }), 500, 'claim-unreadable');
  expect((await decide(link, 'approve')).status).toBe(503);
  const failed = (await ops.get('operations/claims?state=attention&top=100')).body.value;
  expect(failed).toContainEqual(
    expect.objectContaining({ claimId: id, reason: expect.stringContaining('cannot be read') }),
  );
  expect((await avery.get('claims?top=100')).status).toBe(200);
  expect((await table.getEntity(partnerId, `c|${id}`)).etag).toBe(etag);

  await table.updateEntity(asItWas, 'Merge');
  expect((await decide(link, 'approve')).status).toBe(303);
  await claimWhen(avery, id, ({ status }) => status === 'approved');
});

describe('A claim that lost its reservation to another', () => {
  const submit = (id: string) => avery.post(`claims/${id}/submit`, { acknowledged: true });
  const withdraw = async (id: string) =>
    expect((await avery.post(`claims/${id}/withdraw`, { reason: 'For the test' })).status).toBe(200);

  test('never takes the other one’s along: one unit has one claim', async () => {
    const customer = newCustomer();
    const { id: first } = await waiting({ customer });
    const [reserved = ''] = await rowsOf(first, 'r|');
    await remove([reserved]);
    const second = await completeDraft(avery, 'Second', { customer });
    expect((await submit(second)).status).toBe(202);

    expect((await ops.post(`operations/claims/${first}/redrive`, { reason: 'Look' })).status).toBe(202);
    expect(await rowsOf(second, 'r|')).toEqual([reserved]);
    await withdraw(first);
    expect(await rowsOf(second, 'r|')).toEqual([reserved]);
    const third = await completeDraft(avery, 'Third', { customer });
    expectProblem(await submit(third), 409, 'duplicate-claim');
    await withdraw(second);
    expect((await submit(third)).status).toBe(202);
  });

  test('still takes its customer’s answer', async () => {
    const customer = newCustomer();
    const { id: first, link } = await waiting({ customer });
    await remove([...(await rowsOf(first, 'r|')), ...(await rowsOf(first, 'u|'))]);
    const second = await completeDraft(avery, 'Second', { customer });
    expect((await submit(second)).status).toBe(202);
    expect((await decide(link, 'decline')).status).toBe(303);
    await claimWhen(avery, first, ({ status }) => status === 'declined');
    expect(await rowsOf(second, 'r|')).toHaveLength(1);
  });
});

test('a list leaves out what cannot be read, and shows the others', async () => {
  const { id } = await waiting();
  const other = await completeDraft(avery, 'Still shown');
  for (const key of [`c|${id}`, ...(await rowsOf(id, 'u|')), ...(await rowsOf(id, 's|'))]) {
    await table.updateEntity({ partitionKey: partnerId, rowKey: key, summary: 'no JSON' }, 'Merge');
  }
  const shown = await listed('');
  expect(shown).toContain(other);
  expect(shown).not.toContain(id);
});

test('a reservation of a claim that does not exist refuses no one', async () => {
  const customer = newCustomer();
  const first = await completeDraft(avery, 'First', { customer });
  expect((await avery.post(`claims/${first}/submit`, { acknowledged: true })).status).toBe(202);
  const [reserved = ''] = await rowsOf(first, 'r|');
  const second = await completeDraft(avery, 'Second', { customer });
  const submit = () => avery.post(`claims/${second}/submit`, { acknowledged: true });
  expectProblem(await submit(), 409, 'duplicate-claim');

  expect((await avery.post(`claims/${first}/withdraw`, { reason: 'For the test' })).status).toBe(200);
  await table.upsertEntity({ partitionKey: partnerId, rowKey: reserved, claimId: 'ca-zyh2k9q0p-4m7k2x9a' }, 'Replace');
  expect((await avery.get(`claims/${second}`)).body).not.toHaveProperty('standing');
  expect((await submit()).status).toBe(202);
  expect(await rowsOf(second, 'r|')).toEqual([reserved]);

  // Nor does one of a claim that has given it up.
  expect((await avery.post(`claims/${second}/withdraw`, { reason: 'For the test' })).status).toBe(200);
  await table.upsertEntity({ partitionKey: partnerId, rowKey: reserved, claimId: first }, 'Replace');
  const third = await completeDraft(avery, 'Third', { customer });
  expect((await avery.post(`claims/${third}/submit`, { acknowledged: true })).status).toBe(202);
});
