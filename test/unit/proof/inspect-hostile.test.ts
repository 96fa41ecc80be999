import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inflatedBeginning, objectParts } from '../../../src/documents/embedded-objects.ts';
import { inspect } from '../../support/proof/inspect.ts';
import { contentTypes, mainTypes, openDocument } from '../../support/proof/sample-documents.ts';
import { zip } from '../../support/proof/sample-files.ts';

/** Archives made to hide a program, or to keep the service busy. */

const typesPart = '[Content_Types].xml';
const word = contentTypes(mainTypes.docx);
const office = 'application/vnd.openxmlformats-officedocument';
const label = (name: string): Buffer => Buffer.from(`\x02\0${name}\0C:\\Users\\Avery\\${name}\0`);
const program = label('setup.exe');
const object = (content: Buffer) => ({ 'word/embeddings/oleObject1.bin': content });
/** More than is kept behind the content types. */
const gap = { 'word/media/image0.png': randomBytes(300_000) };
/** More than is kept of the end of an archive. */
const wide = { 'word/media/image1.png': randomBytes(2_200_000) };
const docx = (parts: Record<string, string | Buffer>, types = word) =>
  zip({ [typesPart]: types, ...parts }, { streamed: true });
const types = (inner: string): string => word.replace('</Types>', `${inner}</Types>`);
const macro = `<Override PartName="/word/v.bin" ContentType="application/vnd.ms-office.vbaProject"/>`;

const active = { code: 'poe-active-content' };
const damaged = { code: 'poe-type-mismatch', detail: expect.stringMatching(/damaged or incomplete/) };

/** The second entry of the directory names the local header of the first. */
const sharedHeader = (): Buffer => {
  const archive = docx({ ...object(Buffer.alloc(1000)), 'word/embeddings/oleObject2.bin': Buffer.alloc(1000) });
  const entryOf = (name: string): number => archive.lastIndexOf(name) - 46;
  const offset = archive.readUInt32LE(entryOf('word/embeddings/oleObject1.bin') + 42);
  archive.writeUInt32LE(offset, entryOf('word/embeddings/oleObject2.bin') + 42);
  return archive;
};

/** The local header calls the object by another name than the directory. */
const renamed = (): Buffer => {
  const archive = docx({ ...gap, ...object(program), ...wide });
  archive.write('word/media/oleObjects00001.png', archive.indexOf('word/embeddings'), 'latin1');
  return archive;
};

const unknownPacking = (): Buffer => {
  const archive = docx(object(program));
  archive.writeUInt16LE(9, archive.lastIndexOf('word/embeddings') - 46 + 10);
  return archive;
};

const many = Object.fromEntries(
  Array.from({ length: 101 }, (_, n) => [`word/embeddings/oleObject${n}.bin`, label('a.vsd')]),
);
const typedObject = types(`<Override PartName="/word/plan.dat" ContentType="${office}.oleObject"/>`);

describe('A program is found', () => {
  test.each([
    [
      'at the beginning of an object that unpacks to much more',
      docx(object(Buffer.concat([program, Buffer.alloc(2e7)]))),
    ],
    [
      'behind bytes that cannot be packed',
      docx({ ...gap, ...object(Buffer.concat([randomBytes(9000), program])), ...wide }),
    ],
    ['in an object under another name', docx({ 'word/embeddings/plan.dat': program })],
    ['in an object of another type and folder', docx({ 'word/plan.bin': program })],
    ['in an object known by its type alone', docx({ 'word/plan.dat': program }, typedObject)],
    ['among more objects than are looked at', docx(many)],
    ['as a macro for another office program', docx({ mimetype: 'x', 'Basic/Standard/Module1.xml': '<module/>' })],
    ['as a macro of a document inside', openDocument('text', { 'Object 1/Basic/Standard/Module1.xml': '<module/>' })],
  ])('%s', async (name, content) => {
    expect(await inspect(name.includes('inside') ? 'odt' : 'docx', content)).toMatchObject(active);
  });
});

describe('An archive is refused as damaged', () => {
  test.each([
    ['when two of its parts stand in one place', sharedHeader()],
    ['when an object has two names', renamed()],
    ['when an object is packed in an unknown way', unknownPacking()],
    ['when an object of the type was not kept', docx({ ...gap, 'word/plan.dat': program, ...wide }, typedObject)],
    ['when instructions hide types', docx({}, types(`<?a <!-- ?>${macro}<?b --> ?>`))],
    ['when an instruction comes first', docx({}, `<?a <!-- ?>${types(`${macro}<?b --> ?>`)}`)],
    ['when raw text hides types', docx({}, types(`<![CDATA[<!--]]>${macro}<![CDATA[-->]]>`))],
    ['when a definition of its own hides types', docx({}, `<!DOCTYPE Types [<!ENTITY a "<!--">]>${word}`)],
  ])('%s', async (_, content) => {
    expect(await inspect('docx', content)).toEqual(damaged);
  });
});

describe('A harmless document is taken', () => {
  test.each([
    ['with an object that unpacks to very much', docx(object(Buffer.alloc(2e7)))],
    [
      'with many settings of printers beside a type of objects',
      docx(
        Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`word/printer${n}.bin`, 'x'])),
        types(
          `<Default Extension="bin" ContentType="${office}.oleObject"/>${Array.from({ length: 120 }, (_, n) => `<Override PartName="/word/printer${n}.bin" ContentType="${office}.spreadsheetml.printerSettings"/>`).join('')}`,
        ),
      ),
    ],
  ])('%s', async (_, content) => {
    expect(await inspect('docx', content)).toMatchObject({ contentType: `${office}.wordprocessingml.document` });
  });
});

describe('Work is bounded:', () => {
  test('of an object, no more is unpacked than is looked at', async () => {
    const packed = deflateRawSync(Buffer.alloc(8_000_000, 'signed page '));
    expect(await inflatedBeginning(packed)).toEqual(Buffer.alloc(objectParts.bytes, 'signed page '));
    expect((await inflatedBeginning(packed.subarray(0, 1000))).subarray(0, 12).toString()).toBe('signed page ');
  });

  // The square of this size takes minutes.
  test('a tag of a manifest that has no end is read once', async () => {
    const manifest = `<${'full-path="/"'.repeat(150_000)}`;
    expect(await inspect('odt', zip({ 'META-INF/manifest.xml': manifest }, { streamed: true }))).toMatchObject({
      code: 'poe-type-mismatch',
    });
  });
});
