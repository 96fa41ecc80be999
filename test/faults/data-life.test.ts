import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestLinks } from '../support/claims/after-submission.ts';
import { advanceToWeekday } from '../support/claims/calendar.ts';
import { advance, completeDraft, decide, decisionLink, historyWith, submittedClaim } from '../support/claims/claims.ts';
import { carriedThrough, orchestrationOf, watchingRows } from '../support/claims/end-state.ts';
import { recomputedHashes } from '../support/claims/history-chain.ts';
import { type Client, signIn } from '../support/http/client.ts';
import { expectProblem } from '../support/http/problem.ts';
import { addLooseBlob, blobsOf } from '../support/proof/blobs.ts';
import { type FaultyStack, startFaultyStack } from '../support/stack/faulty-stack.ts';
import { logsOf } from '../support/stack/stack-logs.ts';
import { until } from '../support/until.ts';
import { killAt, nameOf, type Point, pointsOf } from './kill-points.ts';

/** How long data lives: claims that are over are purged after their days, unless they are on hold; people can be taken out before. */

let stack: FaultyStack;
beforeAll(async () => {
  stack = await startFaultyStack({
    RETENTION_DAYS: '{"withdrawn":2,"declined":2,"cancelled":2}',
    DRAFT_NOTICE_DAYS: '1',
    DRAFT_EXPIRY_DAYS: '2',
  });
  await advanceToWeekday(stack, 'monday', 8);
});
afterAll(() => stack?.stop());

const avery = (): Promise<Client> => signIn(stack, 'avery');
const ops = (): Promise<Client> => signIn(stack, 'ops');
const reason = { reason: 'For the test.' };

const withdrawn = async (): Promise<string> => {
  const client = await avery();
  const id = await submittedClaim(client);
  await historyWith(client, id, 'request-sent');
  await client.post(`claims/${id}/withdraw`, reason, { 'idempotency-key': `withdraw-${id}` });
  await carriedThrough(stack, id);
  return id;
};

/** Everything that is left of a claim, by where it is. */
const leftOf = async (claimId: string): Promise<string[]> => {
  const tables = await Promise.all(['claims', 'inflight'].map((name) => stack.rows(name)));
  const rows = tables.flat().filter((row) => `${row.rowKey}`.includes(claimId) || row.claimId === claimId);
  return [
    ...rows.map(({ rowKey }) => `row ${rowKey}`),
    ...(await blobsOf(stack, claimId)).map((name) => `blob ${name}`),
    ...((await orchestrationOf(stack, claimId)) === 'missing' ? [] : ['orchestration']),
  ];
};
const gone = (claimId: string) => until(`the end of ${claimId}`, async () => (await leftOf(claimId)).length === 0);

test('a claim that is over goes with all that is stored of it after its days, and not before', async () => {
  const id = await withdrawn();
  const client = await avery();
  const approved = await submittedClaim(client);
  await decide(await decisionLink(stack, approved), 'approve');
  await carriedThrough(stack, approved);
  await advance(stack, 'P1D');
  expect((await (await avery()).get(`claims/${id}`)).status).toBe(200);
  await advance(stack, 'P2D');
  await gone(id);
  const later = await avery();
  expectProblem(await later.get(`claims/${id}`), 404, 'claim-not-found');
  expectProblem(await later.get(`claims/${id}/history`), 404, 'claim-not-found');
  expect((await later.get('claims')).body.value.map((claim: { id: string }) => claim.id)).not.toContain(id);
  // An association stands for as long as nobody ends it.
  expect((await later.get(`claims/${approved}`)).body.status).toBe('approved');
});

test('a draft that was cancelled goes as well, with the bytes that an upload left there', async () => {
  const client = await avery();
  const id = await completeDraft(client);
  await addLooseBlob(stack, id);
  expect(await blobsOf(stack, id)).toHaveLength(2);
  expect((await client.delete(`claims/${id}`, (await client.get(`claims/${id}`)).etag)).status).toBe(204);
  await advance(stack, 'P2D');
  await advance(stack, 'P3D');
  await gone(id);
});

test('a claim on hold stays until it is released', async () => {
  const id = await withdrawn();
  const hold = (held: boolean) =>
    ops().then((client) => client.send('PUT', `operations/claims/${id}/hold`, { json: { held, ...reason } }));
  expect((await hold(true)).body).toMatchObject({ id, hold: { by: { kind: 'operator' }, ...reason } });
  const { version } = (await (await avery()).get(`claims/${id}`)).body;
  expect((await hold(true)).status).toBe(200);
  expect((await (await avery()).get(`claims/${id}`)).body.version).toBe(version);
  expectProblem(await (await ops()).post(`operations/claims/${id}/erase-contact`, reason), 409, 'claim-on-hold');
  expectProblem(
    await (await avery()).send('PUT', `operations/claims/${id}/hold`, { json: { held: false, ...reason } }),
    403,
    'role-missing',
  );

  await advance(stack, 'P4D');
  expect((await (await avery()).get(`claims/${id}`)).body.status).toBe('withdrawn');
  expect((await hold(false)).body).not.toHaveProperty('hold');
  const { value } = (await (await ops()).get(`operations/claims/${id}/history`)).body;
  expect(value.slice(-2).map(({ event }: { event: string }) => event)).toEqual(['held', 'released']);
  await advance(stack, 'P1D');
  await gone(id);
});

test('a row that does not say whose claim it is stays, and keeps no other from going', async () => {
  const id = await withdrawn();
  const rowKey = 'r|withdrawn|2026-01-01T00:00:00.000Z|ca-zzzzzzzzz-00000000';
  await stack.table('inflight').createEntity({ partitionKey: 'due', rowKey, claimId: 'ca-zzzzzzzzz-00000000' });
  await advance(stack, 'P4D');
  await gone(id);
  expect((await stack.rows('inflight')).map((row) => row.rowKey)).toContain(rowKey);
  await stack.table('inflight').deleteEntity('due', rowKey);
});

test('a kill at any write of a purge leaves a claim that the next purge takes away whole', async () => {
  const model = await withdrawn();
  // A row that a closing left is struck by the reconciler, which is no part of a purge.
  await until('nothing that watches it', async () => {
    await advance(stack, 'PT2M');
    return (await watchingRows(stack, model)).length === 0;
  });
  const found = await pointsOf(stack, model, async () => {
    await advance(stack, 'P3D');
    await gone(model);
  });
  expect(found.map(nameOf)).toEqual(
    expect.arrayContaining(['before table:batch claims', 'after blob:delete', 'before table:delete inflight']),
  );
  // As many at once as a run purges at once.
  for (let from = 0; from < found.length; from += 8) {
    const points = new Map<string, Point>();
    for (const point of found.slice(from, from + 8)) points.set(await withdrawn(), point);
    await killAt(stack, points, () => advance(stack, 'P3D').catch(() => undefined));
    await stack.restart();
    await advance(stack, 'P1D');
    for (const id of points.keys()) await gone(id);
  }
});

test('the people at the customer are taken out of a claim, wherever they stand, and the chain holds', async () => {
  const client = await avery();
  const id = await completeDraft(client, 'For Zoe Zimmermann');
  const { etag } = await client.get(`claims/${id}`);
  const customerContact = {
    name: 'Zoe Zimmermann',
    title: 'Head of Zeppelins',
    email: 'zoe.zimmermann@contoso.example',
  };
  await client.patch(`claims/${id}`, { customerContact }, etag);
  await client.post(`claims/${id}/comments`, { text: 'Zoe Zimmermann is on leave.' });
  await client.post(`claims/${id}/submit`, { acknowledged: true }, { 'idempotency-key': `submit-${id}` });
  const link = await decisionLink(stack, id);
  expectProblem(await (await ops()).post(`operations/claims/${id}/erase-contact`, reason), 409, 'action-not-allowed');
  const colleague = { name: 'Zack Zimmermann', title: 'Pilot', email: 'zack.zimmermann@contoso.example' };
  await client.post(`claims/${id}/customer-contact`, colleague);
  const [, second = ''] = await requestLinks(stack, id, 2);
  expect((await (await fetch(link)).text()).includes('asking someone else')).toBe(true);
  await decide(second, 'decline', 'We never met. Zed, the intern.');
  await carriedThrough(stack, id);
  const before = (await client.get(`claims/${id}/history`)).body.value;

  const asked = { reason: 'Zoe Zimmermann asked for it.' };
  const erased = await (await ops()).post(`operations/claims/${id}/erase-contact`, asked);
  expect(erased).toMatchObject({ status: 200, body: { id, status: 'declined', contactErasedAt: expect.any(String) } });
  const again = await (await ops()).post(`operations/claims/${id}/erase-contact`, reason);
  expect(again.body).toEqual(erased.body);

  const claim = (await client.get(`claims/${id}`)).body;
  expect(claim).toMatchObject({
    status: 'declined',
    customerContact: { name: '(erased)' },
    decision: { outcome: 'declined' },
  });
  const history = (await client.get(`claims/${id}/history`)).body.value;
  expect(history.map(({ hash }: { hash: string }) => hash).slice(0, -1)).toEqual(
    before.map(({ hash }: { hash: string }) => hash),
  );
  const { detail } = history.at(-1);
  expect(history.at(-1)).toMatchObject({ event: 'contact-erased', detail: { reason: '(erased) asked for it.' } });
  // On both sides of ten, where numbers and texts differ in their order.
  const erasedAt = Object.keys(detail.digests).map(Number);
  expect([Math.min(...erasedAt) < 10, Math.max(...erasedAt) > 9]).toEqual([true, true]);
  expect(recomputedHashes([history.at(-1)], history.at(-1).previousHash)).toEqual([history.at(-1).hash]);
  expect((await client.get(`claims?q=zoe`)).body.value).toEqual([]);
  // The page behind the link tells what was decided, and nobody's name.
  expect(await (await fetch(second)).text()).not.toMatch(/zimmermann|zeppelin|intern/i);

  const person = /zimmermann|zeppelin|\bintern\b/i;
  const rows = (await Promise.all(['claims', 'inflight', 'reference'].map((name) => stack.rows(name)))).flat();
  expect(rows.filter((row) => person.test(JSON.stringify(row)))).toEqual([]);
  expect(person.test(JSON.stringify((await stack.instance('GET', id)).body))).toBe(false);
  expect(person.exec(await logsOf(stack))).toBeNull();
});

test('answers kept for Idempotency-Keys go after thirty days', async () => {
  await withdrawn();
  const kept = async (): Promise<number> =>
    (await stack.rows('claims')).filter(({ rowKey }) => `${rowKey}`.startsWith('k|')).length;
  expect(await kept()).toBeGreaterThan(0);
  await advance(stack, 'P32D');
  await until('the answers to be gone', async () => (await kept()) === 0);
});
