import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeDraft, draftBody } from '../../support/claims/claims.ts';
import { type Client, send, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { startUpload } from '../../support/http/raw-request.ts';
import { blobsOf } from '../../support/proof/blobs.ts';
import { type Stack, startStack } from '../../support/stack/stack.ts';
import { until } from '../../support/until.ts';

/** Limits of size and number, and uploads that do not end as they began. */

const maxBytes = 6 * 1024 * 1024;
const maxFiles = 3;

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await startStack({ settings: { POE_MAX_BYTES: String(maxBytes), POE_MAX_FILES: String(maxFiles) } });
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

const newDraft = async (): Promise<string> => (await avery.post('claims', draftBody())).body.id;
const poeOf = async (id: string) => (await avery.get(`claims/${id}`)).body.poe;

const upload = (id: string, headers: Record<string, string> = {}) =>
  startUpload({ url: `${stack.app}/api/claims/${id}/poe?fileName=big.txt`, token: avery.token, headers });

test('a file of exactly the largest size is taken, one byte more is not and leaves nothing', async () => {
  const id = await newDraft();
  const exact = await avery.upload(id, 'exact.txt', 'x'.repeat(maxBytes));
  expect({ status: exact.status, size: exact.body.size }).toEqual({ status: 201, size: maxBytes });
  expectProblem(await avery.upload(id, 'over.txt', 'x'.repeat(maxBytes + 1)), 413, 'poe-too-large');
  expect(await poeOf(id)).toEqual([exact.body]);
  expect(await blobsOf(stack, id)).toHaveLength(1);
});

test('a stream without a length is measured as it comes', async () => {
  const id = await newDraft();
  const stream = (parts: number) =>
    new ReadableStream({
      start: (controller) => {
        for (let part = 0; part < parts; part += 1) controller.enqueue(Buffer.alloc(1024 * 1024, 'x'));
        controller.close();
      },
    });
  const path = `claims/${id}/poe?fileName=stream.txt`;
  const taken = await avery.send('POST', path, { body: stream(6) });
  expect({ status: taken.status, size: taken.body.size }).toEqual({ status: 201, size: maxBytes });
  expectProblem(await avery.send('POST', path, { body: stream(7) }), 413, 'poe-too-large');
  expectProblem(await avery.send('POST', path, { body: stream(20) }), 413, 'poe-too-large');
  expect(await poeOf(id)).toHaveLength(1);

  // A body left half read would block the connection between host and app for whoever is next on it.
  const probes = Array.from({ length: 20 }, () => send(`${stack.app}/api/health/live`, 'GET'));
  expect(new Set((await Promise.all(probes)).map(({ status }) => status))).toEqual(new Set([200]));
});

test('a claim takes so many files and no more, however many come at once', async () => {
  const id = await newDraft();
  const replies = await Promise.all(
    Array.from({ length: 8 }, (_, number) => avery.upload(id, `${number}.txt`, `Proof ${number}`)),
  );
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(maxFiles);
  for (const reply of replies.filter(({ status }) => status !== 201)) expectProblem(reply, 422, 'poe-too-many');
  expect(await poeOf(id)).toHaveLength(maxFiles);
  expect(await blobsOf(stack, id)).toHaveLength(maxFiles);

  const [first] = await poeOf(id);
  expect((await avery.delete(`claims/${id}/poe/${first.fileId}`)).status).toBe(204);
  expect((await avery.upload(id, 'instead.txt', 'Instead')).status).toBe(201);
});

test.for([
  ['with a length', { 'content-length': String(maxBytes) }],
  ['in chunks', { 'transfer-encoding': 'chunked' }],
] as const)('an upload %s that is cut off leaves neither entry nor blob', async ([, headers]) => {
  const id = await newDraft();
  const cutOff = upload(id, headers);
  // More than one block, so that storage has seen some of it.
  await cutOff.write(Buffer.alloc(5 * 1024 * 1024, 'x'));
  cutOff.cut();
  expect(await cutOff.answer).toBeUndefined();

  const whole = await avery.upload(id, 'whole.txt', 'Whole');
  expect(whole.status).toBe(201);
  await until('the cut upload to be over', async () => {
    const blobs = await blobsOf(stack, id);
    return blobs.length === 1;
  });
  expect(await poeOf(id)).toEqual([whole.body]);
  expect((await avery.get(`claims/${id}/history`)).body.value.map(({ event }: { event: string }) => event)).toEqual([
    'created',
    'poe-added',
  ]);
});

test('a body that ends before its announced length is refused, not stored as if it were whole', async () => {
  const id = await newDraft();
  const short = upload(id, { 'content-length': '1000' });
  await short.write('only this');
  short.end();
  short.cut();
  await short.answer;
  expect((await avery.upload(id, 'whole.txt', 'Whole')).status).toBe(201);
  expect((await poeOf(id)).map(({ fileName }: { fileName: string }) => fileName)).toEqual(['whole.txt']);
});

test('an upload that is still under way when the draft is cancelled comes too late', async () => {
  const id = await completeDraft(avery);
  const late = upload(id, { 'transfer-encoding': 'chunked' });
  await late.write(Buffer.alloc(5 * 1024 * 1024, 'x'));
  expect((await avery.delete(`claims/${id}`, (await avery.get(`claims/${id}`)).etag)).status).toBe(204);
  await late.write('the rest');
  late.end();
  expect(await late.answer).toBe(409);
  expect((await poeOf(id)).map(({ fileName }: { fileName: string }) => fileName)).toEqual(['statement.txt']);
  await until('the late blob to be gone', async () => (await blobsOf(stack, id)).length === 1);
});

test('uploads and a submission at the same moment are both accepted, and all is on the claim', async () => {
  const id = await completeDraft(avery);
  const uploads = [1, 2].map((number) => avery.upload(id, `${number}.txt`, `Proof ${number}`));
  const submission = avery.post(`claims/${id}/submit`, { acknowledged: true });
  expect((await submission).status).toBe(202);
  const accepted: string[] = ['statement.txt'];
  for (const { status, body } of await Promise.all(uploads)) {
    expect(status).toBe(201);
    accepted.push(body.fileName);
  }
  expect((await poeOf(id)).map(({ fileName }: { fileName: string }) => fileName).toSorted()).toEqual(
    accepted.toSorted(),
  );
  expect(await blobsOf(stack, id)).toHaveLength(accepted.length);
});
