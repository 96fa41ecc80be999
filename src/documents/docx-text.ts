import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

/** The largest text part that is unpacked, in bytes: a small archive must not become a large one here. */
const maxPartBytes = 4 * 1024 * 1024;
const textPart = 'word/document.xml';

const propertiesPart = 'docProps/custom.xml';
/** How far (characters) a property may reach in its part. */
const maxPropertyLength = 1000;

/** The text of a Word document, or undefined when it cannot be read within bounds. */
export const docxText = (archive: Buffer): string | undefined => {
  const part = readablePart(archive, textPart);
  return part && plainText(part);
};

/** What two documents with the same words have in common, however their lines and blanks were saved. */
export const wordsDigest = (text: string): string =>
  createHash('sha256').update(text.replaceAll(/\s+/g, ' ').trim()).digest('hex');

/** The value of one of a Word document's custom properties; undefined when it has none, or cannot be read. */
export const docxProperty = (archive: Buffer, name: string): string | undefined => {
  const part = readablePart(archive, propertiesPart);
  // The first alone, and a short way from it: looking on from each of many would take the square of their number in time.
  const from = part?.indexOf(`name="${name}"`) ?? -1;
  return from < 0
    ? undefined
    : /^[^<>]*><vt:lpwstr>([^<>]{1,200})</.exec(part?.slice(from, from + maxPropertyLength) ?? '')?.[1];
};

const readablePart = (archive: Buffer, part: string): string | undefined => {
  try {
    return partOf(archive, part)?.toString('utf8');
  } catch {
    // A broken archive ends in a read beyond its end, a packed bomb in the limit of the unpacker.
    return undefined;
  }
};

/** The bytes of a part, found by the archive's directory (PKWARE APPNOTE, sections 4.3.7, 4.3.12, 4.3.16). */
const partOf = (archive: Buffer, name: string): Buffer | undefined => {
  const end = archive.lastIndexOf('PK\x05\x06');
  const entries = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    const method = archive.readUInt16LE(at + 10);
    const packedBytes = archive.readUInt32LE(at + 20);
    const nameBytes = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    if (archive.toString('utf8', at + 46, at + 46 + nameBytes) === name) {
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const packed = archive.subarray(start, start + packedBytes);
      if (method === 0) return packed;
      return method === 8 ? inflateRawSync(packed, { maxOutputLength: maxPartBytes }) : undefined;
    }
    at += 46 + nameBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return undefined;
};

// `[^<>]`, not `[^>]`: an archive of nothing but `<` must not take the square of its size in time.
/** A word may be spread over several runs, so tags vanish; only what separates words leaves a blank. */
const plainText = (xml: string): string =>
  xml
    .replaceAll(/<\/w:p>|<w:(?:br|tab|cr)\b[^<>]*>/g, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
