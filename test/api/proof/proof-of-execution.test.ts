import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { momentInWords } from '../../../src/words/moments.ts';
import {
  claimWhen,
  completeDraft,
  decide,
  decisionLink,
  draftBody,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { type Client, send, signIn, versionOf } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { blobsOf } from '../../support/proof/blobs.ts';
import { container, contentTypes, mainTypes, openDocument } from '../../support/proof/sample-documents.ts';
import { docx, exe, pdf, pictureHeads, plainZip, png, rtf, zip } from '../../support/proof/sample-files.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

const newDraft = async (): Promise<string> => (await avery.post('claims', draftBody())).body.id;

/** The bytes as they are; the client of the other tests reads text. */
const download = async (claimId: string, fileId: string) => {
  const answer = await fetch(`${stack.app}/api/claims/${claimId}/poe/${fileId}`, {
    headers: { authorization: `Bearer ${avery.token}` },
  });
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};

/** No entry, no blob, no history: as if the upload had never been. */
const expectNoTrace = async (claimId: string): Promise<void> => {
  const { body, etag } = await avery.get(`claims/${claimId}`);
  expect({ poe: body.poe, version: versionOf(etag) }).toEqual({ poe: [], version: 1 });
  expect((await avery.get(`claims/${claimId}/history`)).body.value).toHaveLength(1);
  expect(await blobsOf(stack, claimId)).toEqual([]);
};

describe('what is uploaded comes back as it was:', () => {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  test.for([
    ['a PDF', 'order.pdf', pdf, 'application/pdf'],
    ['a picture', 'Screen.PNG', png, 'image/png'],
    [
      'a PDF behind the header of a print job',
      'print.pdf',
      Buffer.concat([Buffer.from('@PJL\r\n'), pdf]),
      'application/pdf',
    ],
    ['a photo of a telephone', 'IMG_0042.HEIC', pictureHeads.heic, 'image/heic'],
    ['a photo named as another kind of picture', 'photo.png', pictureHeads.jpg, 'image/jpeg'],
    ['a Word document', 'statement.docx', docx, word],
    ['an OpenDocument text', 'statement.odt', openDocument('text'), 'application/vnd.oasis.opendocument.text'],
    ['a letter that Word saved as rich text', 'letter.doc', rtf, 'application/rtf'],
    ['UTF-8 text', 'notes.txt', Buffer.from('Übergabe ✓\n'), 'text/plain; charset=utf-8'],
    ['text of Excel', 'list.csv', Buffer.from('\ufeffÜbergabe', 'utf16le'), 'text/csv; charset=utf-16'],
    ['text in an encoding that nobody told', 'notes.txt', Buffer.from('Übergabe', 'latin1'), 'text/plain'],
    ['one byte', 'x.csv', Buffer.from('1'), 'text/csv; charset=utf-8'],
  ] as const)('%s', async ([, fileName, content, contentType]) => {
    const id = await newDraft();
    const { status, body, headers } = await avery.upload(id, fileName, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { fileName, contentType, size: content.length, sha256 },
    });
    expect(headers.get('location')).toBe(`/api/claims/${id}/poe/${body.fileId}`);
    const back = await download(id, body.fileId);
    expect(back.headers.get('content-type')).toBe(contentType);
    expect(back.bytes.equals(content)).toBe(true);
    expect((await avery.get(`claims/${id}`)).body.poe).toEqual([body]);
  });

  test('20 MiB', { timeout: 30_000 }, async () => {
    const id = await newDraft();
    const content = Buffer.concat([pdf, randomBytes(20 * 1024 * 1024)]);
    const { status, body } = await avery.upload(id, 'large.pdf', content);
    expect({ status, size: body.size }).toEqual({ status: 201, size: content.length });
    expect((await download(id, body.fileId)).bytes.equals(content)).toBe(true);
  });
});

test.for(['BMW Consulting: statement of work', 'MZ GmbH', 'ID3 project', 'GIF files'])(
  'a text that begins with %j is text, whatever programs may begin with',
  async (content) => {
    expect((await avery.upload(await newDraft(), 'statement.txt', content)).status).toBe(201);
  },
);

/** Larger than what is uploaded in one piece: most of it has been sent when its last part tells what it is. */
const macroDocument = zip({
  'word/document.xml': '<document/>',
  'word/media/image1.jpeg': randomBytes(5 * 1024 * 1024),
  '[Content_Types].xml': contentTypes(mainTypes.docm),
});

describe('a file is refused and leaves no trace:', () => {
  test.for([
    ['nothing in it', 'empty.pdf', '', 422, 'poe-empty'],
    ['a picture named PDF', 'scan.pdf', png, 415, 'poe-type-mismatch'],
    ['a program named Word document', 'statement.docx', exe, 415, 'poe-type-mismatch'],
    ['an archive named Word document', 'statement.docx', plainZip, 415, 'poe-type-mismatch'],
    ['a Word document named spreadsheet', 'figures.xlsx', docx, 415, 'poe-type-mismatch'],
    ['text named PDF', 'scan.pdf', 'Not a PDF.', 415, 'poe-type-mismatch'],
    ['a PDF named text', 'notes.txt', '%PDF-1.7 all of it text', 415, 'poe-type-mismatch'],
    ['a picture named text', 'notes.txt', png, 415, 'poe-type-mismatch'],
    ['text with a zero byte', 'notes.txt', 'a\0b', 415, 'poe-type-mismatch'],
    ['a document with macros', 'statement.docx', macroDocument, 422, 'poe-active-content'],
    ['a document with a password', 'statement.docx', container('EncryptedPackage'), 422, 'poe-protected'],
    ['a program', 'setup.exe', exe, 415, 'poe-type-not-allowed'],
    ['a page', 'page.html', '<p>', 415, 'poe-type-not-allowed'],
    ['a macro document', 'statement.docm', docx, 415, 'poe-type-not-allowed'],
    ['no extension', 'statement', pdf, 415, 'poe-type-not-allowed'],
    ['an extension alone', '.pdf', pdf, 422, 'invalid-file-name'],
    ['an extension of JavaScript objects', 'statement.constructor', pdf, 415, 'poe-type-not-allowed'],
  ] as const)('%s', async ([, fileName, content, status, code]) => {
    const id = await newDraft();
    expectProblem(await avery.upload(id, fileName, content), status, code);
    await expectNoTrace(id);
  });

  test('a form, whose envelope would be stored with the file', async () => {
    const id = await newDraft();
    const form = new FormData();
    form.append('file', new Blob(['proof']), 'proof.txt');
    const encoded = new Response(form);
    const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
    const reply = await avery.upload(id, 'proof.txt', await encoded.text(), headers);
    expectProblem(reply, 415, 'unsupported-media-type');
    await expectNoTrace(id);
  });

  test('no name at all', async () => {
    const id = await newDraft();
    expectProblem(await avery.send('POST', `claims/${id}/poe`, { body: pdf }), 422, 'required');
    await expectNoTrace(id);
  });
});

const kept = ["Übergabe d'été (1) 100%.pdf", '契約書.pdf', '🎉 party.pdf', 'a;b=c,d&e+f#g.pdf', 'x..pdf'];
test.for([
  ...kept.map((name) => [name, name, name] as const),
  ['CON.pdf', 'CON.pdf', 'CON_.pdf'],
  [' C:\\Users\\Avery\\order.pdf ', 'order.pdf', 'order.pdf'],
  ['../x\r\n\u202e "y".pdf', 'x _y_.pdf', 'x _y_.pdf'],
  ['a\0.pdf', 'a_.pdf', 'a_.pdf'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(146)}.pdf`, `${'x'.repeat(146)}.pdf`],
] as const)(
  'the name %j is kept as %j, and comes back as %j in a header that RFC 6266 clients read',
  async ([fileName, keptName, saved]) => {
    const id = await newDraft();
    const { status, body } = await avery.upload(id, fileName, pdf);
    expect({ status, name: body.fileName }).toEqual({ status: 201, name: keptName });
    const header = (await download(id, body.fileId)).headers.get('content-disposition') ?? '';
    const [, plain, encoded] =
      /^attachment; filename="([ -~]+)"; filename\*=UTF-8''([\w.~!#$&+^`|%-]+)$/.exec(header) ?? [];
    expect(plain).not.toMatch(/["\\%]/);
    expect(decodeURIComponent(encoded ?? '')).toBe(saved);
  },
);

test('a file can be removed from a draft, bytes and all, and added to an approved claim', async () => {
  const id = await completeDraft(avery);
  const { fileId } = (await avery.get(`claims/${id}`)).body.poe[0];
  expect(await blobsOf(stack, id)).toHaveLength(1);
  expect((await avery.delete(`claims/${id}/poe/${fileId}`)).status).toBe(204);
  expectProblem(await avery.get(`claims/${id}/poe/${fileId}`), 404, 'poe-not-found');
  expectProblem(await avery.delete(`claims/${id}/poe/${fileId}`), 404, 'poe-not-found');
  expect(await blobsOf(stack, id)).toEqual([]);
  const { body: history } = await avery.get(`claims/${id}/history`);
  expect(history.value.at(-1)).toMatchObject({ event: 'poe-removed', detail: { fileId } });

  const approved = await submittedClaim(avery);
  const link = await decisionLink(stack, approved);
  await decide(link, 'approve');
  await claimWhen(avery, approved, ({ status }) => status === 'approved');
  expect((await avery.upload(approved, 'later.pdf', pdf)).status).toBe(201);
  const { body: claim } = await avery.get(`claims/${approved}`);
  expect(claim.poe).toHaveLength(2);
  expectProblem(await avery.delete(`claims/${approved}/poe/${claim.poe[0].fileId}`), 409, 'action-not-allowed');
  expect(await blobsOf(stack, approved)).toHaveLength(2);
  // What came after the answer was not there when the customer answered.
  expect((await send(link, 'GET')).text).not.toContain('later.pdf');
});

test('a file is added while the customer is asked: on the page and the receipt with its date, and there to stay', async () => {
  const id = await submittedClaim(avery);
  const link = await decisionLink(stack, id);
  expect((await avery.get(`claims/${id}`)).body.allowedActions).toEqual(expect.arrayContaining(['add-poe', 'comment']));
  const { status, body: file } = await avery.upload(id, 'asked-for.pdf', pdf);
  expect(status).toBe(201);
  expectProblem(await avery.delete(`claims/${id}/poe/${file.fileId}`), 409, 'action-not-allowed');
  const { body: history } = await avery.get(`claims/${id}/history`);
  const added = { event: 'poe-added', from: 'submitted', to: 'submitted', at: file.uploadedAt };
  expect(history.value).toContainEqual(
    expect.objectContaining({ ...added, detail: expect.objectContaining({ fileName: 'asked-for.pdf' }) }),
  );

  const day = momentInWords(file.uploadedAt);
  const shown = async () => (await send(link, 'GET')).text;
  expect(await shown()).toContain(`<dt>asked-for.pdf</dt><dd>Added on ${day}</dd>`);
  await decide(link, 'approve');
  expect(await shown()).toContain(`<dt>asked-for.pdf</dt><dd>Added on ${day}</dd><dd>SHA-256`);
});
