import { constants, createInflateRaw } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import type { KeptParts } from './kept-parts.ts';

/** The folder that Office puts objects into. Documents there are no objects: their content types say what they are. */
export const objectFolder = /(?:^|[\\/])embeddings[\\/][^\\/]+$(?<!\.(?:doc|xls|ppt|sld|vsd)x)/;
/** Parts that end in `.bin`, except what Excel keeps for each sheet: those could be too many. */
const binaries = /(?:^|[\\/])(?!printersettings|customproperty)[^\\/]+\.bin$/;

/**
 * Objects inside an Office document. A file that was put there begins with its name. What is kept of each is also the most that is
 * unpacked of it.
 */
export const objectParts = {
  name: new RegExp(`${objectFolder.source}|${binaries.source}`),
  bytes: 64 * 1024,
  max: 100,
  // A document with more of them is refused.
  onlyFirst: true,
} as const;

/** Names that systems run when someone opens them. */
export const programs = /\.(?:exe|dll|com|scr|pif|cpl|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|hta|msi|msp|jar|lnk|reg)$/;

/** The name of a program among these objects of the document. Throws when one of them cannot be looked at. */
export const packagedProgram = async (
  archive: ZipFile,
  objects: Entry[],
  parts: KeptParts,
): Promise<string | undefined> => {
  if (objects.length > objectParts.max) return `more than ${objectParts.max} embedded objects`;
  for (const object of objects) {
    const program = programIn(await beginningOf(archive, object, parts));
    if (program !== undefined) return program;
  }
  return undefined;
};

const beginningOf = async (archive: ZipFile, object: Entry, parts: KeptParts): Promise<Buffer> => {
  const { fileDataStart: start } = await archive.readLocalFileHeaderPromise(object, { minimal: true });
  const packed = parts.beginning(start, start + Math.min(object.compressedSize, objectParts.bytes));
  if (packed === undefined) throw new Error('An object that was not kept.');
  if (object.compressionMethod === 0) return packed;
  if (object.compressionMethod !== 8) throw new Error('An object that is packed in an unknown way.');
  return inflatedBeginning(packed);
};

/** The first chunk alone: a stream stops there, where `inflateRawSync` would go on, or throw away what came out. */
export const inflatedBeginning = async (packed: Buffer): Promise<Buffer> => {
  const inflate = createInflateRaw({ chunkSize: objectParts.bytes, finishFlush: constants.Z_SYNC_FLUSH });
  inflate.end(packed);
  for await (const chunk of inflate) return chunk;
  return Buffer.alloc(0);
};

/** The stream of a packaged file (MS-OLEDS, OLE1.0 native data) has a 2, then its label and its path, each ended by a zero. */
const programIn = (object: Buffer): string | undefined => {
  const text = object.toString('latin1');
  for (let mark = text.indexOf('\x02\0'); mark >= 0; mark = text.indexOf('\x02\0', mark + 1)) {
    const labelEnd = endOf(text, mark + 2);
    const program = programAt(text, mark + 2, labelEnd) ?? programAt(text, labelEnd + 1, endOf(text, labelEnd + 1));
    if (program !== undefined) return program;
  }
  return undefined;
};

const endOf = (text: string, start: number): number => {
  const end = text.indexOf('\0', start);
  return end < 0 ? text.length : end;
};

/** The name there, if it is that of a program. Very many marks have none behind them: the dot is looked for first. */
const programAt = (text: string, start: number, end: number): string | undefined => {
  if (text[end - 3] !== '.' && text[end - 4] !== '.') return undefined;
  const name = text.slice(start, end);
  return programs.test(name.toLowerCase()) ? name : undefined;
};
