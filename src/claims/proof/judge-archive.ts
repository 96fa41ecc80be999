import type { OfficeFinding } from '../../documents/office-archive.ts';
import { type ContentKind, poeTypes } from '../../domain/proof/poe-rules.ts';
import { refuse, refuseMismatch } from './refused-content.ts';

const archiveMark = Buffer.from('PK\x03\x04');
const containerMark = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const begins = (head: Buffer, mark: Buffer): boolean => head.subarray(0, mark.length).equals(mark);

/** Kinds of documents that are archives: what they hold decides. */
const archiveKinds: readonly ContentKind[] = ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'];

/**
 * Judges a file that is an archive, or the container of older Office files, where its extension is that of a document. Either
 * can be judged only when all of it has passed.
 */
export const judgeArchive = async (head: Buffer, extension: string) => {
  const taken = poeTypes[extension]?.content ?? [];
  const isOffice = taken.some((kind) => archiveKinds.includes(kind));
  if (isOffice && begins(head, archiveMark)) {
    const { createOfficeReader } = await import('../../documents/office-archive.ts');
    const { add, end } = createOfficeReader();
    return { add, end: async () => kindFound(await end(), extension) };
  }
  // A message may have an attachment that is protected, and can be read all the same.
  if (isOffice && begins(head, containerMark)) return judgeContainer(head, extension);
  return undefined;
};

const kindFound = ({ readable, kind, isProtected, active }: OfficeFinding, extension: string): ContentKind => {
  if (!readable) {
    return refuse(
      'poe-type-mismatch',
      `The file is damaged or incomplete. Open the original, save it again as .${extension}, and upload that.`,
    );
  }
  if (isProtected) return refuse('poe-protected');
  if (active !== undefined) {
    return refuse(
      'poe-active-content',
      `The document holds a macro, a control or a program (${active.slice(0, 100)}). Save a copy without it, or as PDF, and upload that.`,
    );
  }
  const taken = poeTypes[extension]?.content.find((candidate) => candidate === kind);
  return taken ?? refuseMismatch(extension, kind ?? 'zip');
};

/** The stream that holds a document which Office has encrypted (MS-OFFCRYPTO, section 2.3.4.4), as the container names it. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
/** Where the header of a Word document before 2007 is, as Word writes it, its mark, and the bit for encryption (MS-DOC, FibBase). */
const wordHeader = { at: 512, mark: 0xa5ec, flagsAt: 522, encrypted: 0x0100 };

const judgeContainer = (head: Buffer, extension: string) => {
  const { at, mark, flagsAt, encrypted } = wordHeader;
  let isProtected =
    head.length > flagsAt + 2 && head.readUInt16LE(at) === mark && (head.readUInt16LE(flagsAt) & encrypted) !== 0;
  let carried: Buffer = Buffer.alloc(0);
  const add = (chunk: Buffer): void => {
    if (isProtected) return;
    const window = Buffer.concat([carried, chunk]);
    isProtected = window.includes(encryptedPackage);
    carried = window.subarray(Math.max(0, window.length - encryptedPackage.length + 1));
  };
  const end = (): ContentKind => {
    if (isProtected) return refuse('poe-protected');
    return poeTypes[extension]?.content.includes('cfb') ? 'cfb' : refuseMismatch(extension, 'cfb');
  };
  return { add, end };
};
