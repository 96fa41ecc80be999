import { type ContentKind, poeTypes } from '../../domain/proof/poe-rules.ts';
import { judgeArchive } from './judge-archive.ts';
import { judgeText } from './judge-text.ts';
import { refuse, refuseMismatch } from './refused-content.ts';

/** Sees all bytes of a file pass, the head included, and says in the end what they are. Throws `RefusedContent` as soon as it can. */
export type Judge = { add: (chunk: Buffer) => void; end: () => ContentKind | Promise<ContentKind> };

/** Bytes from the start that the type is judged by: a colour profile can stand before the marks of a picture. */
export const headBytes = 256 * 1024;

/** Within so many bytes readers look for the mark of a PDF; printers, mail programs and servers put lines of theirs before it. */
const pdfMarkWithin = 1024;
const pdfMark = '%PDF-';
const programs = ['exe', 'elf', 'macho'];

/** What judges a file with this head and this extension, or the refusal of it, thrown. */
export const judgeContent = async (head: Buffer, extension: string): Promise<Judge> => {
  const taken = poeTypes[extension]?.content ?? [];
  if (taken.includes('utf-8')) return judgeText(head, extension);
  const archive = await judgeArchive(head, extension);
  if (archive !== undefined) return archive;
  const found = await kindOf(head, extension);
  const kind = taken.find((candidate) => candidate === found);
  if (kind === undefined) return refuseMismatch(extension, found);
  return { add: () => undefined, end: () => kind };
};

/** The kind of content by its first bytes, as far as a library or a standard knows it. */
const kindOf = async (head: Buffer, extension: string): Promise<string | undefined> => {
  if (isTiff(head)) return 'tif';
  // Loaded by the first upload: the start of the app need not wait for it.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(head);
  if (extension === 'pdf' && !programs.includes(found?.ext ?? '')) {
    const mark = head.indexOf(pdfMark);
    if (mark >= 0 && mark < pdfMarkWithin) return 'pdf';
    if (mark >= 0 && found === undefined) refuse('poe-type-mismatch', lateMark);
  }
  if (found?.ext === 'apng') return 'png';
  if (found?.ext === 'heic' && found.mime.startsWith('image/heif')) return 'heif';
  // The library is content with two letters, and any text may begin with them.
  if (found?.ext === 'bmp' && !isBitmap(head)) return undefined;
  return found?.ext;
};

const lateMark =
  `A PDF begins with "${pdfMark}". Here other bytes stand before it, more than the ${pdfMarkWithin} that PDF readers skip. ` +
  'Open the original, save or print it as PDF again, and upload that.';

/** TIFF 6.0, section 2, and BigTIFF: only the first bytes count, since the directory may stand at the end of the file. */
const isTiff = (head: Buffer): boolean =>
  ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(head.subarray(0, 4).toString('latin1'));

/** Sizes that the header after the one of the file can have, by version of the format. */
const bitmapHeaders = [12, 16, 40, 52, 56, 64, 108, 124];
const isBitmap = (head: Buffer): boolean => head.length >= 18 && bitmapHeaders.includes(head.readUInt32LE(14));
