import { afterAll, beforeAll, expect, test } from 'vitest';
import { advance, completeBody, decisionLink, proof } from '../support/claims/claims.ts';
import { ledgerOf } from '../support/claims/end-state.ts';
import { claimOf, labelOf } from '../support/http/call-label.ts';
import { type Client, signIn } from '../support/http/client.ts';
import { expectProblem } from '../support/http/problem.ts';
import { blobsOf, removeBlob } from '../support/proof/blobs.ts';
import { type FaultyStack, startFaultyStack } from '../support/stack/faulty-stack.ts';
import { until } from '../support/until.ts';
import { killAt, nameOf, type Point, pointsOf } from './kill-points.ts';

/** SIGKILL while files are stored, replaced, removed and copied: in the end every entry has its bytes, and no bytes are without one. */

let stack: FaultyStack;
beforeAll(async () => {
  stack = await startFaultyStack();
});
afterAll(() => stack?.stop());

const avery = (): Promise<Client> => signIn(stack, 'avery');

const emptyDraft = async (): Promise<string> => (await (await avery()).post('claims', completeBody())).body.id;
const draftWithFile = async (): Promise<string> => {
  const id = await emptyDraft();
  expect((await (await avery()).upload(id, 'statement.txt', proof)).status).toBe(201);
  return id;
};
const filesOf = async (id: string): Promise<{ fileId: string; fileName: string }[]> =>
  (await (await avery()).get(`claims/${id}`)).body.poe;

/** Submits a draft, with a file if it has none. Only then does the reconciler look at the files that were uploaded to it. */
const submit = async (id: string): Promise<void> => {
  const client = await avery();
  if ((await filesOf(id)).length === 0) expect((await client.upload(id, 'statement.txt', proof)).status).toBe(201);
  expect((await client.post(`claims/${id}/submit`, { acknowledged: true })).status).toBe(202);
};

/** Past the time that an entry has to follow its bytes, and once more what the reconciler has to do. */
const anHour = () => advance(stack, 'PT66M');

const filesRow = async (id: string) => (await ledgerOf(stack, id)).filter(({ kind }) => kind === 'files');

/** What can be downloaded; fails unless as many bytes are stored, and the ledger is done with them. */
const contentsOf = async (id: string): Promise<string[]> => {
  await until(`the ledger to be done with the files of ${id}`, async () => (await filesRow(id)).length === 0);
  const client = await avery();
  const files = await filesOf(id);
  expect(await blobsOf(stack, id)).toHaveLength(files.length);
  const replies = await Promise.all(files.map(({ fileId }) => client.get(`claims/${id}/poe/${fileId}`)));
  return replies.map(({ text }) => text);
};

type Way = {
  flow: string;
  claim: () => Promise<string>;
  /** Under an Idempotency-Key, so that it can be asked for again after the kill. */
  act: (client: Client, id: string) => Promise<{ status: number }>;
  status: number;
  /** How many there are at least. */
  points: number;
  contents: string[];
};
const once = (id: string) => ({ 'idempotency-key': `files-${id}` });
const ways: Way[] = [
  {
    flow: 'upload',
    claim: emptyDraft,
    act: (client, id) => client.upload(id, 'statement.txt', proof, once(id)),
    status: 201,
    points: 4,
    contents: [proof],
  },
  {
    flow: 'replacement',
    claim: draftWithFile,
    act: async (client, id) => {
      const [file] = await filesOf(id);
      const path = `claims/${id}/poe/${file?.fileId}?fileName=other.txt`;
      return client.send('PUT', path, { body: 'Other bytes.', headers: once(id) });
    },
    status: 200,
    points: 10,
    contents: ['Other bytes.'],
  },
  {
    flow: 'removal',
    claim: draftWithFile,
    act: async (client, id) => {
      const [file] = await filesOf(id);
      // It cannot be asked for twice: the second time there is no such file.
      return file ? client.delete(`claims/${id}/poe/${file.fileId}`) : { status: 204 };
    },
    status: 204,
    points: 8,
    contents: [],
  },
];

test.each(ways)('a kill at any write of a file, $flow, leaves no bytes without an entry', async (way) => {
  const model = await way.claim();
  const found = await pointsOf(stack, model, async () => {
    expect((await way.act(await avery(), model)).status).toBe(way.status);
  });
  expect(found.length).toBeGreaterThanOrEqual(way.points);
  const points = new Map<string, Point>();
  for (const point of found) points.set(await way.claim(), point);
  const ids = [...points.keys()];
  const client = await avery();
  await killAt(stack, points, () => {
    for (const id of ids) way.act(client, id).catch(() => undefined);
  });
  await stack.restart();

  // Half of them are never asked for again.
  const again = ids.filter((_, index) => index % 2 === 0);
  const back = await avery();
  for (const id of again) expect((await way.act(back, id)).status).toBe(way.status);
  if (way.flow === 'upload') for (const id of ids) await submit(id);
  await anHour();
  for (const [id, point] of points) {
    const contents = await contentsOf(id);
    const before = [proof];
    const allowed = again.includes(id) ? [way.contents] : [way.contents, before];
    expect({ point: nameOf(point), contents, allowed }).toMatchObject({
      contents: allowed.find((one) => `${one}` === `${contents}`),
    });
    expect((await (await avery()).get(`claims/${id}`)).body.attention).toBeUndefined();
  }
});

test('the files of a copy that was never written go within the hour', async () => {
  const original = await draftWithFile();
  let copy: string | undefined;
  stack.proxy.fateOf = (call) => {
    const id = claimOf(call);
    if (call.kind !== 'table:batch claims' || id === original) return undefined;
    copy = id;
    return { before: () => new Promise(() => {}) };
  };
  const lost = (await avery()).post(`claims/${original}/copy`).catch(() => undefined);
  const id = await until('the copy to be written', async () => copy);
  await stack.kill();
  await lost;
  await stack.restart();
  expect(await blobsOf(stack, id)).toHaveLength(1);
  await anHour();
  await until('the files to go', async () => (await blobsOf(stack, id)).length === 0);
  expect(await contentsOf(original)).toEqual([proof]);
});

test('an upload that the reconciler has given up is refused, and leaves nothing', async () => {
  const id = await draftWithFile();
  await submit(id);
  await decisionLink(stack, id);
  const more = (client: Client) => client.upload(id, 'more.txt', 'More proof.', once(id));
  let reached = false;
  const late = Promise.withResolvers<void>();
  stack.proxy.fateOf = (call) => {
    if (reached || claimOf(call) !== id || !labelOf(call).endsWith('poe-added')) return undefined;
    reached = true;
    // The entry has been decided on, and is held up on its way for longer than the reconciler waits.
    return { before: () => late.promise };
  };
  const upload = more(await avery());
  await until('the entry to be on its way', async () => reached);
  expect(await blobsOf(stack, id)).toHaveLength(2);
  await anHour();
  await until('the bytes to go', async () => (await blobsOf(stack, id)).length === 1);
  late.resolve();
  const refused = await upload;
  expectProblem(refused, 503, 'dependency-unavailable');
  expect(refused.body.detail).toContain('took too long');
  expect(await contentsOf(id)).toEqual([proof]);
  expect((await more(await avery())).status).toBe(201);
  expect(await contentsOf(id)).toEqual([proof, 'More proof.']);
});

test('a file whose bytes are gone is shown to operations when somebody asks for it', async () => {
  const id = await draftWithFile();
  const [file] = await filesOf(id);
  await removeBlob(stack, file?.fileId ?? '');
  const client = await avery();
  expect((await client.get(`claims/${id}/poe/${file?.fileId}`)).status).toBe(404);
  expect((await client.get(`claims/${id}`)).body.attention).toMatchObject({ needs: 'operations', raisedBy: 'storage' });
});
