import { randomBytes } from 'node:crypto';
import { zip } from './sample-files.ts';

/** Office and OpenDocument files as programs write them, and as people would rather not get them. */

const office = 'application/vnd.openxmlformats-officedocument';
/** Content types of the main parts. */
export const mainTypes = {
  docx: `${office}.wordprocessingml.document.main+xml`,
  xlsx: `${office}.spreadsheetml.sheet.main+xml`,
  pptx: `${office}.presentationml.presentation.main+xml`,
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
};

/** The part that says what all others are. */
export const contentTypes = (...types: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `${types.map((type, part) => `<Override PartName="/word/part${part}.xml" ContentType="${type}"/>`).join('')}</Types>`;

const odf = 'application/vnd.oasis.opendocument';
export const manifest = (type: string, more = ''): string =>
  `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">` +
  `<manifest:file-entry manifest:full-path="/" manifest:media-type="${odf}.${type}"/>${more}</manifest:manifest>`;

/** An OpenDocument file of this type: `text`, `spreadsheet` or `presentation`. */
export const openDocument = (type: string, more: Record<string, string> = {}): Buffer =>
  zip({ mimetype: `${odf}.${type}`, 'content.xml': '<content/>', ...more, 'META-INF/manifest.xml': manifest(type) });

/** The container that Office puts an encrypted document into, or an older document: a header, and a directory far behind it. */
export const container = (stream: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(300_000), Buffer.from(stream, 'utf16le')]);

/** An object inside a document: a file that someone put there, as Office packs it. */
export const packagedFile = (label: string): Buffer =>
  Buffer.concat([
    container('Ole10Native').subarray(0, 512),
    Buffer.from(`\0\x01\0\0\x02\0${label}\0C:\\Users\\Avery\\${label}\0\0\0\x03\0`),
    // Too much to be kept, and nothing that could be packed well.
    randomBytes(300_000),
  ]);
