import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeDraft, draftBody, restOfDraft, submittedClaim } from '../../support/claims/claims.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { blobsOf } from '../../support/proof/blobs.ts';
import { pdf, png } from '../../support/proof/sample-files.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { unzip } from '../../support/text/unzip.ts';

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

const newDraft = async (): Promise<string> => (await avery.post('claims', { ...draftBody(), ...restOfDraft })).body.id;
const replace = (id: string, fileId: string, fileName: string, body: string | Uint8Array, query = '') =>
  avery.send('PUT', `claims/${id}/poe/${fileId}?fileName=${encodeURIComponent(fileName)}${query}`, {
    body,
    headers: { 'content-type': 'application/octet-stream' },
  });
const claimOf = async (id: string) => (await avery.get(`claims/${id}`)).body;
const states = async (id: string): Promise<string[]> =>
  (await claimOf(id)).readiness.map(({ state }: { state: string }) => state);
const lastEntry = async (id: string) => (await avery.get(`claims/${id}/history`)).body.value.at(-1);
const download = async (path: string) => {
  const answer = await fetch(`${stack.app}/api/${path}`, { headers: { authorization: `Bearer ${avery.token}` } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};

describe('a note says what a file is', () => {
  test('with the upload, changed and removed later', async () => {
    const id = await newDraft();
    const path = `claims/${id}/poe?fileName=a.pdf&note=${encodeURIComponent('Signed on page 3 ✓')}`;
    const { status, body } = await avery.send('POST', path, { body: pdf });
    expect({ status, note: body.note }).toEqual({ status: 201, note: 'Signed on page 3 ✓' });
    const file = `claims/${id}/poe/${body.fileId}`;
    expect((await avery.patch(file, { note: 'Page 4' })).body).toEqual({ ...body, note: 'Page 4' });
    expect(await lastEntry(id)).toMatchObject({ event: 'poe-noted', detail: { fileId: body.fileId } });
    const { note, ...bare } = body;
    expect((await avery.patch(file, { note: null })).body).toEqual(bare);
    expect((await claimOf(id)).poe).toEqual([bare]);
  });

  test('of 500 characters at most, of a file that is there, in a draft', async () => {
    const id = await completeDraft(avery);
    const { fileId } = (await claimOf(id)).poe[0];
    const long = 'x'.repeat(501);
    expectProblem(await avery.patch(`claims/${id}/poe/${fileId}`, { note: long }), 422, 'too-long');
    expectProblem(
      await avery.send('POST', `claims/${id}/poe?fileName=a.pdf&note=${long}`, { body: pdf }),
      422,
      'too-long',
    );
    expectProblem(await avery.patch(`claims/${id}/poe/${fileId}`, {}), 422, 'required');
    expectProblem(await avery.patch(`claims/${id}/poe/poe-000000000000`, { note: 'x' }), 404, 'poe-not-found');
    expectProblem(await avery.patch(`claims/${id}/poe/${fileId}`, { note: 'x' }, '"1"'), 412, 'etag-stale');
    const submitted = await submittedClaim(avery, 'Another');
    const [file] = (await claimOf(submitted)).poe;
    expectProblem(
      await avery.patch(`claims/${submitted}/poe/${file.fileId}`, { note: 'x' }),
      409,
      'action-not-allowed',
    );
  });
});

describe('a file of a draft is replaced', () => {
  test('under its ID: new bytes, new name, the old bytes gone', async () => {
    const id = await newDraft();
    const { body: first } = await avery.send('POST', `claims/${id}/poe?fileName=scan.pdf&note=Contract`, { body: pdf });
    const { status, body: second } = await replace(id, first.fileId, 'scan.png', png);
    expect({ status, second }).toMatchObject({
      status: 200,
      second: {
        fileId: first.fileId,
        fileName: 'scan.png',
        contentType: 'image/png',
        size: png.length,
        note: 'Contract',
      },
    });
    expect((await claimOf(id)).poe).toEqual([second]);
    expect((await download(`claims/${id}/poe/${first.fileId}`)).bytes.equals(png)).toBe(true);
    expect(await blobsOf(stack, id)).toHaveLength(1);
    const replaced = { fileName: 'scan.pdf', sha256: first.sha256 };
    expect(await lastEntry(id)).toMatchObject({ event: 'poe-replaced', detail: { fileName: 'scan.png', replaced } });

    expect((await replace(id, first.fileId, 'scan.pdf', pdf, '&note=Again')).body).toMatchObject({ note: 'Again' });
    expect(await blobsOf(stack, id)).toHaveLength(1);
    expect((await avery.delete(`claims/${id}/poe/${first.fileId}`)).status).toBe(204);
    expect(await blobsOf(stack, id)).toEqual([]);
  });

  test('once: the same request again changes nothing', async () => {
    const id = await newDraft();
    const { body } = await avery.upload(id, 'scan.pdf', pdf);
    const first = await replace(id, body.fileId, 'scan.png', png);
    const again = await replace(id, body.fileId, 'scan.png', png);
    expect(again.body).toEqual(first.body);
    expect(again.etag).toBe(first.etag);
    expect(await blobsOf(stack, id)).toHaveLength(1);
  });

  test('by nothing that an upload would not take, and the old one stays', async () => {
    const id = await newDraft();
    const { body } = await avery.upload(id, 'scan.pdf', pdf);
    const { body: other } = await avery.upload(id, 'note.txt', 'A note.');
    expectProblem(await replace(id, body.fileId, 'scan.pdf', png), 415, 'poe-type-mismatch');
    expectProblem(await replace(id, body.fileId, 'scan.html', '<p>'), 415, 'poe-type-not-allowed');
    expectProblem(await replace(id, body.fileId, '', pdf), 422, 'required');
    const form = { 'content-type': 'Multipart/Form-Data; boundary=x' };
    const path = `claims/${id}/poe/${body.fileId}?fileName=note.txt`;
    expectProblem(await avery.send('PUT', path, { body: '--x--', headers: form }), 415, 'unsupported-media-type');
    expectProblem(await replace(id, 'poe-000000000000', 'scan.png', png), 404, 'poe-not-found');
    const problem = expectProblem(await replace(id, body.fileId, 'copy.txt', 'A note.'), 409, 'poe-duplicate');
    expect(problem.detail).toContain('note.txt');
    expect((await claimOf(id)).poe).toEqual([body, other]);
    expect(await blobsOf(stack, id)).toHaveLength(2);

    const submitted = await submittedClaim(avery, 'Locked');
    const [file] = (await claimOf(submitted)).poe;
    expectProblem(await replace(submitted, file.fileId, 'scan.png', png), 409, 'action-not-allowed');
    expect(await blobsOf(stack, submitted)).toHaveLength(1);
  });
});

describe('the same content', () => {
  test('twice in one claim is refused and names the other file, also when both arrive together', async () => {
    const id = await newDraft();
    const { body } = await avery.upload(id, 'order.pdf', pdf);
    const problem = expectProblem(await avery.upload(id, 'copy.pdf', pdf), 409, 'poe-duplicate');
    expect(problem.detail).toContain('order.pdf');
    expect(problem.detail).not.toContain(body.fileId);
    const both = await Promise.all(['a.png', 'b.png'].map((name) => avery.upload(id, name, png)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await blobsOf(stack, id)).toHaveLength(2);
  });

  test('may be in two claims, and again in one once it was removed', async () => {
    const [one, two] = [await newDraft(), await newDraft()];
    const { body } = await avery.upload(one, 'order.pdf', pdf);
    expect((await avery.upload(two, 'order.pdf', pdf)).status).toBe(201);
    await avery.delete(`claims/${one}/poe/${body.fileId}`);
    expect((await avery.upload(one, 'order.pdf', pdf)).status).toBe(201);
  });

  test('again under the same Idempotency-Key gets the first answer', async () => {
    const id = await newDraft();
    const key = { 'idempotency-key': 'the-same' };
    const first = await avery.upload(id, 'order.pdf', pdf, key);
    const again = await avery.upload(id, 'order.pdf', pdf, key);
    expect({ status: again.status, body: again.body }).toEqual({ status: 201, body: first.body });
  });
});

describe('the template', () => {
  test('is a Word document with what the claim says, under a name that can be uploaded', async () => {
    const id = await newDraft();
    const { status, headers, bytes } = await download(`claims/${id}/poe-template`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('wordprocessingml.document');
    expect(headers.get('content-disposition')).toContain(`filename="Proof of execution ${id}.docx"`);
    expect(Number(headers.get('content-length'))).toBe(bytes.length);
    const document = unzip(bytes).get('word/document.xml') ?? '';
    for (const said of ['Northwind Partners', 'contoso.example', '4512345', id, 'Power BI'])
      expect(document).toContain(said);

    const uploaded = await avery.upload(id, `Proof of execution ${id}.docx`, bytes);
    expect(uploaded.body).toMatchObject({ fileName: `Proof of execution ${id}.docx`, mentions: ['power-bi'] });
  });

  test('is for the partner of the claim', async () => {
    const id = await newDraft();
    const [robin, kim] = [await signIn(stack, 'robin'), await signIn(stack, 'kim')];
    expect((await robin.get(`claims/${id}/poe-template`)).status).toBe(200);
    expectProblem(await kim.get(`claims/${id}/poe-template`), 404, 'claim-not-found');
  });
});

test('readiness says what is known of the five reasons for a refusal, and never blocks', async () => {
  const id = await newDraft();
  expect(await states(id)).toEqual(['missing', 'missing', 'missing', 'missing', 'missing']);
  const { body: text } = await avery.upload(id, 'statement.txt', 'Statement of work, signed.');
  expect(text.mentions).toEqual([]);
  expect(await states(id)).toEqual(['ok', 'check', 'check', 'check', 'missing']);
  await avery.upload(id, 'scan.pdf', pdf);
  expect(await states(id)).toEqual(['ok', 'check', 'check', 'check', 'check']);
  await replace(id, text.fileId, 'statement.txt', 'Statement of work for power bi, signed.');
  expect(await states(id)).toEqual(['ok', 'check', 'check', 'check', 'ok']);

  const unnamed = await completeDraft(avery, 'Names nothing');
  expect((await states(unnamed))[4]).toBe('missing');
  expect((await avery.post(`claims/${unnamed}/submit`, { acknowledged: true })).status).toBe(202);
});
