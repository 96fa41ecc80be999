import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../support/proof/inspect.ts';
import {
  container,
  contentTypes,
  mainTypes,
  manifest,
  openDocument,
  packagedFile,
} from '../../support/proof/sample-documents.ts';
import { plainZip, zip } from '../../support/proof/sample-files.ts';

const typesPart = '[Content_Types].xml';
const word = contentTypes(mainTypes.docx);
const macro = contentTypes(mainTypes.docm);
const body = { 'word/document.xml': '<document/>' };
const photo = { 'word/media/image1.jpeg': Buffer.alloc(400_000, 'photo of a signed page ') };
const utf16 = (xml: string, mark = '\ufeff'): Buffer => Buffer.from(mark + xml, 'utf16le');
/** Documents inside the document, stored as they are: each has content types of its own. */
const charts = (count: number, types: string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`word/embeddings/chart${n}.xlsx`, zip({ [typesPart]: types })]),
  );

const object = (label: string) => ({ 'word/embeddings/oleObject1.bin': packagedFile(label) });
const drawings = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`ppt/embeddings/oleObject${n}.bin`, packagedFile('a.vsd')]),
  );
const wide = { 'word/media/image2.png': randomBytes(1_500_000) };
const wideToo = { 'word/media/image3.png': randomBytes(1_500_000) };

const office = 'application/vnd.openxmlformats-officedocument';
const docx = `${office}.wordprocessingml.document`;
const xlsx = `${office}.spreadsheetml.sheet`;

describe('An Office document is taken however its program wrote it:', () => {
  test.each([
    ['content types first', 'docx', { [typesPart]: word, ...body }, docx],
    ['content types last', 'docx', { ...body, [typesPart]: word }, docx],
    ['content types behind a large picture', 'docx', { ...photo, ...body, [typesPart]: word }, docx],
    ['content types before a large picture', 'docx', { [typesPart]: word, ...body, ...photo }, docx],
    ['single quotes', 'docx', { [typesPart]: word.replaceAll('"', "'"), ...body }, docx],
    ['UTF-16 with its mark', 'docx', { [typesPart]: utf16(word), ...body }, docx],
    ['UTF-16 without', 'docx', { [typesPart]: utf16(word, ''), ...body }, docx],
    ['names in another case', 'docx', { '[content_types].XML': word, ...body }, docx],
    ['content types larger than those of a book', 'docx', { [typesPart]: word + ' '.repeat(200_000), ...body }, docx],
    [
      'many documents inside',
      'docx',
      { ...charts(30, contentTypes(mainTypes.xlsx)), ...body, [typesPart]: word },
      docx,
    ],
    ['a drawing put in as an object', 'docx', { [typesPart]: word, ...object('plan.vsd'), ...wide }, docx],
    ['very many objects', 'docx', { [typesPart]: word, ...drawings(70), ...wide }, docx],
    ['a spreadsheet', 'xlsx', { [typesPart]: contentTypes(mainTypes.xlsx) }, xlsx],
    ['a presentation', 'pptx', { [typesPart]: contentTypes(mainTypes.pptx) }, `${office}.presentationml.presentation`],
    ['a document under its older name', 'doc', { [typesPart]: word, ...body }, docx],
  ])('%s', async (_, extension, parts: Record<string, string | Buffer>, contentType) => {
    expect(await inspect(extension, zip(parts))).toMatchObject({ contentType });
    expect(await inspect(extension, zip(parts, { streamed: true }), 1000)).toMatchObject({ contentType });
  });
});

describe('A macro, a control or a program is refused wherever it stands:', () => {
  test.each([
    ['macro content types first', { [typesPart]: macro, ...body }],
    ['macro content types last, behind 400 kB', { ...body, ...photo, [typesPart]: macro }],
    ['beside those of a plain document', { [typesPart]: contentTypes(mainTypes.docx, mainTypes.docm), ...body }],
    ['a project of macros that no type tells of', { [typesPart]: word, ...body, 'word/vbaProject.bin': 'x' }],
    ['a project of macros first', { 'word/VBAPROJECT.BIN': 'x', ...photo, [typesPart]: word }],
    [
      'a project under another name',
      { [typesPart]: contentTypes(mainTypes.docx, 'application/vnd.ms-office.vbaProject') },
    ],
    ['numbers for characters', { [typesPart]: macro.replace('macroEnabled', 'macro&#69;nabled') }],
    ['UTF-16', { [typesPart]: utf16(macro) }],
    ['a harmless document before it', { ...charts(9, word), [typesPart]: macro }],
    ['a harmless type in a comment', { [typesPart]: macro.replace('</Types>', `<!--${word}--></Types>`) }],
    ['a control', { [typesPart]: word, ...body, 'word/activeX/activeX1.xml': '<ocx/>' }],
    ['a sheet of old macros', { [typesPart]: contentTypes(mainTypes.docx), 'xl/macrosheets/sheet1.xml': '<sheet/>' }],
    ['a program put in as an object', { ...body, ...object('setup.exe'), [typesPart]: word }],
    ['a program put in behind large parts', { [typesPart]: word, ...photo, ...wide, ...object('run.JS'), ...wideToo }],
    ['a program inside', { [typesPart]: word, ...body, 'word/embeddings/setup.EXE': 'MZ' }],
  ])('%s', async (_, parts: Record<string, string | Buffer>) => {
    for (const content of [zip(parts), zip(parts, { streamed: true })]) {
      expect(await inspect('docx', content)).toEqual({
        code: 'poe-active-content',
        detail: expect.stringMatching(/^The document holds .*Save a copy without it, or as PDF, and upload that\.$/),
      });
    }
  });

  test('macros of an OpenDocument file', async () => {
    const content = openDocument('text', { 'Basic/Standard/Module1.xml': '<module/>' });
    expect(await inspect('odt', content)).toMatchObject({ code: 'poe-active-content' });
  });
});

describe('An OpenDocument file is recorded as what it is:', () => {
  const odf = 'application/vnd.oasis.opendocument';
  test.each([
    ['odt', openDocument('text'), 'text'],
    ['ods', openDocument('spreadsheet'), 'spreadsheet'],
    ['odp', openDocument('presentation'), 'presentation'],
    ['odt', zip({ 'content.xml': '<content/>', 'META-INF/manifest.xml': manifest('text') }), 'text'],
  ])('%s', async (extension, content, type) => {
    expect(await inspect(extension, content)).toMatchObject({ contentType: `${odf}.${type}` });
  });
});

describe('A document that is protected with a password has a code and words of its own:', () => {
  const encrypted = zip({ [typesPart]: word, ...body });
  // The flag of encryption, in the directory.
  encrypted.writeUInt16LE(1, encrypted.indexOf('PK\x01\x02') + 8);
  const oldWord = Buffer.concat([
    container('').subarray(0, 512),
    Buffer.from('eca5c100000000000000', 'hex'),
    Buffer.from([0, 1]),
    Buffer.alloc(20),
  ]);
  const packed = manifest('text', '<manifest:encryption-data/>');
  test.each([
    ['Word', 'docx', container('EncryptedPackage')],
    ['Excel', 'xlsx', container('EncryptedPackage')],
    ['Word, under its older name', 'doc', container('EncryptedPackage')],
    ['Word before 2007', 'doc', oldWord],
    ['an archive', 'docx', encrypted],
    [
      'OpenDocument',
      'odt',
      zip({ mimetype: `application/vnd.oasis.opendocument.text`, 'META-INF/manifest.xml': packed }),
    ],
  ])('%s', async (_, extension, content) => {
    expect(await inspect(extension, content, 4099)).toEqual({
      code: 'poe-protected',
      detail: expect.stringMatching(/protected with a password\. Remove the password/),
    });
  });

  test.each([
    ['doc', 'WordDocument', 'application/msword'],
    ['xls', 'Workbook', 'application/vnd.ms-excel'],
    ['msg', 'EncryptedPackage', 'application/vnd.ms-outlook'],
  ])('an older file that anybody can read is taken: %s', async (extension, stream, contentType) => {
    expect(await inspect(extension, container(stream))).toMatchObject({ contentType });
  });
});

describe('What cannot be meant is refused with words that say what to do:', () => {
  const whole = zip({ [typesPart]: word, ...body, ...photo });
  test.each([
    ['an archive', 'docx', plainZip, /that of a \.zip file, which is not accepted/],
    [
      'a spreadsheet named document',
      'docx',
      zip({ [typesPart]: contentTypes(mainTypes.xlsx) }),
      /\.xlsx file\. Rename/,
    ],
    ['an older document named docx', 'docx', container('WordDocument'), /\.doc, \.xls, \.ppt or \.msg file\. Rename/],
    ['an upload cut short by the sender', 'docx', whole.subarray(0, -40), /damaged or incomplete\. Open the original/],
    ['bytes behind the end', 'docx', Buffer.concat([whole, Buffer.alloc(70_000)]), /damaged or incomplete/],
    ['two answers to what it is', 'docx', zip({ [typesPart]: word, '/[Content_Types].xml': macro }), /damaged/],
    [
      'a part that is packed too well',
      'docx',
      zip({ [typesPart]: word + ' '.repeat(20_000_000) }, { streamed: true }),
      /damaged/,
    ],
    ['a document inside an archive', 'docx', zip({ 'inner.docx': zip({ [typesPart]: word }) }), /\.zip file/],
  ])('%s', async (_, extension, content, words) => {
    expect(await inspect(extension, content)).toEqual({
      code: 'poe-type-mismatch',
      detail: expect.stringMatching(words),
    });
  });
});
