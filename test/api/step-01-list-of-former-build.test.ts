import type { TableClient } from '@azure/data-tables';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, signIn } from '../support/client.ts';
import { type FaultyStack, startFaultyStack } from '../support/faulty-stack.ts';
import { draftFor, namesIn } from '../support/lists.ts';
import { expectProblem } from '../support/problem.ts';

let stack: FaultyStack;
let avery: Client;
let table: TableClient;
let partnerId: string;

/** Leaves of a claim what the first build wrote: its row and that of its status, without what this build adds to them. */
const asOfFormerBuild = async (claimId: string): Promise<void> => {
  const rows = table.listEntities({ queryOptions: { filter: `PartitionKey eq '${partnerId}'` } });
  for await (const { rowKey = '', etag, timestamp, summary, index, ...rest } of rows) {
    if (!rowKey.endsWith(claimId)) continue;
    if (!/^[cs]\|/.test(rowKey)) {
      await table.deleteEntity(partnerId, rowKey);
      continue;
    }
    const { productCodes, ...former } = JSON.parse(String(summary));
    await table.updateEntity({ partitionKey: partnerId, rowKey, ...rest, summary: JSON.stringify(former) }, 'Replace');
  }
};

const everyList = ['', 'status=draft', 'location=4512345', 'product=power-bi', 'q=former', 'sort=changed'];
const names = async (): Promise<Record<string, string[]>> => {
  const lists = await Promise.all(everyList.map(async (query) => [query, await namesIn(avery, query)] as const));
  return Object.fromEntries(lists);
};

beforeAll(async () => {
  stack = await startFaultyStack();
  avery = await signIn(stack, 'avery');
  table = stack.table('claims');
  partnerId = (await avery.get('partner')).body.partnerId;
});
afterAll(() => stack.stop());

test('a claim of the former build is in the lists of all and by status, and in the others once it changes', async () => {
  const { id } = await draftFor(avery, 'contoso.example', { name: 'former', products: [{ code: 'power-bi' }] });
  await asOfFormerBuild(id);
  const found = await names();
  expect(found).toMatchObject({
    '': ['former'],
    'status=draft': ['former'],
    'location=4512345': [],
    'sort=changed': [],
  });

  const { etag } = await avery.get(`claims/${id}`);
  expect((await avery.patch(`claims/${id}`, { name: 'former again' }, etag)).status).toBe(200);
  for (const list of Object.values(await names())) expect(list).toEqual(['former again']);
  const { etag: latest } = await avery.get(`claims/${id}`);
  expect((await avery.delete(`claims/${id}`, latest)).status).toBe(204);
});

test('operations bring such claims into every list, which changes nothing about the claims', async () => {
  const made = [await draftFor(avery, 'contoso.example', { name: 'former 1', products: [{ code: 'power-bi' }] })];
  made.push(await draftFor(avery, 'contoso.example', { name: 'former 2', products: [{ code: 'power-bi' }] }));
  for (const { id } of made) await asOfFormerBuild(id);
  const claims = await Promise.all(made.map(({ id }) => avery.get(`claims/${id}`)));

  const ops = await signIn(stack, 'ops');
  const rebuild = (partner: string) => ops.post(`operations/partners/${partner}/rebuild-lists`);
  expect((await rebuild(partnerId)).body).toEqual({ claims: 3 });
  expect((await rebuild(partnerId)).body).toEqual({ claims: 3 });
  for (const [query, list] of Object.entries(await names())) {
    expect([query, list.filter((name) => /\d/.test(name))]).toEqual([query, ['former 2', 'former 1']]);
  }
  for (const { body, etag, text } of claims) {
    expect(await avery.get(`claims/${body.id}`)).toMatchObject({ etag, text });
    expect((await avery.delete(`claims/${body.id}`, etag)).status).toBe(204);
  }
  expect(await namesIn(avery, 'status=draft')).toEqual([]);

  expect((await rebuild('8a4d2e96-0c73-4f1b-b2e8-5d9a6c3f7e02')).body).toEqual({ claims: 0 });
  expectProblem(await rebuild('nobody'), 422, 'invalid-guid');
  expectProblem(await avery.post(`operations/partners/${partnerId}/rebuild-lists`), 403, 'role-missing');
});
