import { crc32, deflateRawSync } from 'node:zlib';
import { unzip } from '../text/unzip.ts';

/** Small real files, made here so that nothing binary has to be kept in the repository. */

const text = (content: string): Buffer => Buffer.from(content, 'utf8');

/** A ZIP archive of stored (uncompressed) entries, or of packed ones whose sizes stand behind them, as they are streamed. */
export const zip = (entries: Record<string, string | Buffer>, { streamed = false } = {}): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const body = Buffer.from(content);
    const packed = streamed ? deflateRawSync(body) : body;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(streamed ? 8 : 0, 2);
    common.writeUInt16LE(streamed ? 8 : 0, 4);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(text(name).length, 22);
    const unsized = Buffer.from(common);
    if (streamed) unsized.fill(0, 10, 22);
    const behind = streamed ? [text('PK\x07\x08'), common.subarray(10, 22)] : [];
    const local = Buffer.concat([text('PK\x03\x04'), unsized, text(name), packed, ...behind]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([text('PK\x01\x02'), Buffer.from([20, 0]), common, rest, text(name)]));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, ...directory, text('PK\x05\x06'), end]);
};

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A Word document with one paragraph. */
export const docx = zip({
  '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${packageNamespace}/content-types"><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`,
  '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${packageNamespace}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${wordNamespace}"><w:body><w:p><w:r><w:t>Statement of work</w:t></w:r></w:p></w:body></w:document>`,
});

/** An archive that is no Office document. */
export const plainZip = zip({ 'notes.txt': 'Only a note.\n' });

/** A PDF without pages. */
export const pdf = text(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** A picture of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** What a camera or a scanner puts at the start of a picture, by format: as much as any program needs to know it by. */
export const pictureHeads = {
  jpg: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), text('JFIF\0\x01\x01'), Buffer.alloc(20)]),
  heic: text('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08mdat'),
  heif: text('\0\0\0\x18ftypmif1\0\0\0\0mif1heic\0\0\0\x08mdat'),
  avif: text('\0\0\0\x18ftypavif\0\0\0\0mif1avif\0\0\0\x08mdat'),
  webp: text('RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0'),
  bmp: Buffer.concat([text('BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0'), Buffer.alloc(52)]),
  // The chunk that says how often it plays comes before the first of the picture.
  apng: Buffer.concat([png.subarray(0, 33), text('\0\0\0\x08acTL\0\0\0\x01\0\0\0\0\0\0\0\0'), png.subarray(33)]),
  tif: text('II*\0\x08\0\0\0\x01\0\0\x01\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0'),
};

/** A scan whose directory stands behind the picture, as scanners write it that do not know the size beforehand. */
export const lateTiff = Buffer.concat([text('MM\0*\0\x06\0\0'), Buffer.alloc(6 * 65_536 - 8, 0x55), Buffer.alloc(18)]);

/** A text as rich text. */
export const rtf = text('{\\rtf1\\ansi Statement of work signed by both.}');

/** The head of a Windows program. */
export const exe = Buffer.concat([text('MZ'), Buffer.alloc(510, 0x90)]);

/** A Word document in which someone wrote. */
export const writtenIn = (document: Buffer): Buffer => {
  const parts = Object.fromEntries(unzip(document));
  const [name, content = ''] = ['word/document.xml', parts['word/document.xml']];
  return zip({ ...parts, [name]: content.replace('</w:t>', ' Done in March.</w:t>') });
};
