import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeDraft, proof } from '../../support/claims/claims.ts';
import { type Client, type Reply, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { overwrite } from '../../support/proof/blobs.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
let avery: Client;
let path: string;
/** More than one block of the storage: 6 MB of numbered lines. */
const lines = Array.from({ length: 500_000 }, (_, line) => `${line}`.padStart(11, '0')).join('\n');

beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
  const id = await completeDraft(avery);
  const { body } = await avery.upload(id, 'large.txt', lines);
  path = `claims/${id}/poe/${body.fileId}`;
});
afterAll(() => stack.stop());

const part = (range: string, headers: Record<string, string> = {}): Promise<Reply> =>
  avery.get(path, { range, ...headers });

test('a stored file that has changed is never handed out whole, and operations are told', async () => {
  const id = await completeDraft(avery);
  const { fileId } = (await avery.get(`claims/${id}`)).body.poe[0];
  expect((await avery.get(`claims/${id}/poe/${fileId}`)).status).toBe(200);
  await overwrite(stack, fileId, proof.replace('both', 'some'));
  expectProblem(await avery.get(`claims/${id}/poe/${fileId}`), 410, 'poe-altered');

  // Of a longer file the first bytes have left by then: the rest never comes.
  const { body: long } = await avery.upload(id, 'large.txt', lines);
  await overwrite(stack, long.fileId, lines.replace(/1$/, '2').replace(/9$/, '8'));
  const answer = await fetch(`${stack.app}/api/claims/${id}/poe/${long.fileId}`, {
    headers: { authorization: `Bearer ${avery.token}` },
  });
  await expect(answer.text()).rejects.toThrow();
  const ops = await signIn(stack, 'ops');
  const reason = `The stored file ${fileId} is not the one that was uploaded.`;
  const { body: history } = await avery.get(`claims/${id}/history`);
  expect(history.value.map(({ detail }: { detail?: object }) => detail)).toContainEqual({ reason });
  expect((await avery.get(`claims/${id}`)).body.attention).toMatchObject({ raisedBy: 'storage' });
  const failed = (await ops.get('operations/claims?state=attention&top=100')).body.value;
  expect(failed).toContainEqual(expect.objectContaining({ claimId: id }));
});

test('a file can be had in parts, which say where they belong', async () => {
  const { length } = lines;
  for (const [range, start, end] of [
    ['bytes=0-0', 0, 1],
    ['bytes=12-22', 12, 23],
    [`bytes=${5_000_000}-`, 5_000_000, length],
    ['bytes=-11', length - 11, length],
    [`bytes=10-${length * 2}`, 10, length],
  ] as const) {
    const reply = await part(range);
    expect({
      range,
      status: reply.status,
      contentRange: reply.headers.get('content-range'),
      size: reply.headers.get('content-length'),
      isPart: reply.text === lines.slice(start, end),
    }).toEqual({
      range,
      status: 206,
      contentRange: `bytes ${start}-${end - 1}/${length}`,
      size: `${end - start}`,
      isPart: true,
    });
    expect(reply.headers.get('content-disposition')).toContain('large.txt');
  }
});

test('parts put together are the file, whatever their size', async () => {
  const size = 1_700_001;
  let together = '';
  while (together.length < lines.length) {
    together += (await part(`bytes=${together.length}-${together.length + size - 1}`)).text;
  }
  expect(together === lines).toBe(true);
});

test('all of it is sent to whoever asks for nothing that can be understood', async () => {
  for (const range of ['bytes=5-2', 'bytes=0-1,5-6', 'lines=1-2']) {
    const reply = await part(range);
    expect({ range, status: reply.status, size: reply.text.length }).toEqual({
      range,
      status: 200,
      size: lines.length,
    });
    expect(reply.headers.get('accept-ranges')).toBe('bytes');
  }
});

test('a part that is not there is refused, and the refusal says how much there is', async () => {
  const reply = await part(`bytes=${lines.length}-`);
  expectProblem(reply, 416, 'range-not-satisfiable');
  expect(reply.headers.get('content-range')).toBe(`bytes */${lines.length}`);
});

test('a part of another version is never sent', async () => {
  const { etag } = await avery.send('HEAD', path);
  expect((await part('bytes=0-9', { 'if-range': etag })).status).toBe(206);
  expect((await part('bytes=0-9', { 'if-none-match': etag })).status).toBe(304);
  const replaced = await avery.send('PUT', `${path}?fileName=large.txt`, { body: 'Other bytes.' });
  expect(replaced.status).toBe(200);
  const resumed = await part('bytes=5-', { 'if-range': etag });
  expect({ status: resumed.status, text: resumed.text }).toEqual({ status: 200, text: 'Other bytes.' });
  expect((await part('bytes=6-10')).text).toBe('bytes');
});

test('HEAD has no parts, and who may not read the file gets none', async () => {
  const head = await avery.send('HEAD', path, { headers: { range: 'bytes=0-1' } });
  expect({ status: head.status, size: head.headers.get('content-length') }).toEqual({ status: 200, size: '12' });
  expectProblem(await (await signIn(stack, 'kim')).get(path, { range: 'bytes=0-1' }), 404, 'claim-not-found');
});
