import { inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { present } from '../lib/present.ts';
import { objectFolder, objectParts, packagedProgram, programs } from './embedded-objects.ts';
import { type KeptParts, keepParts } from './kept-parts.ts';

/**
 * What an archive with a document in it is: an Office document (ECMA-376 part 2), or an OpenDocument file (ISO/IEC 26300-3).
 * `active` names the part that holds a macro, a control or a program. `readable` is false where the archive is damaged.
 */
export type OfficeFinding = {
  readable: boolean;
  kind?: 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp';
  isProtected?: true;
  active?: string;
};

const contentTypesPart = '[content_types].xml';
const mimeTypePart = 'mimetype';
const manifestPart = 'meta-inf/manifest.xml';
const decidingParts = {
  name: /^(?:\[content_types\]\.xml|mimetype|meta-inf\/manifest\.xml)$/,
  // As much as the content types of the largest documents need.
  bytes: 256 * 1024,
  max: 8,
};
/** The largest deciding part that is unpacked, in bytes: a small archive must not become a large one here. */
const maxPartBytes = 2 * 1024 * 1024;

const officeKinds = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml': 'pptx',
} as const;
const objectType = 'application/vnd.openxmlformats-officedocument.oleobject';
const settingsTypes = /\.(?:printersettings|customproperty)$/;
const openDocumentKinds = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
} as const;

/** Parts of Office documents that run: projects of macros, their data and sheets, ActiveX controls. */
const activeParts = /(?:^|\/)(?:vbaproject[^/]*\.bin$|vbadata\.xml$|activex\/|macrosheets\/)/;
/** The folders of OpenDocument files that hold macros. */
const openDocumentMacros = /(?:^|\/)(?:basic|scripts)\/./;
const activeTypes = /macroenabled|macrosheet|vbaproject|vbadata|activex|x-msdownload|x-msdos-program/;

/** Judges an archive while it passes by, by its directory and its content types wherever they stand. */
export const createOfficeReader = () => {
  const parts = keepParts([decidingParts, objectParts]);
  const end = async (): Promise<OfficeFinding> => {
    try {
      return await judge(await parts.open(), parts);
    } catch {
      // No directory, a part where the directory does not say it is, or one that cannot be unpacked within bounds.
      return { readable: false };
    }
  };
  return { add: parts.add, end };
};

const judge = async (archive: ZipFile, parts: KeptParts): Promise<OfficeFinding> => {
  const entries = new Map<string, Entry>();
  const headers = new Set<number>();
  let isProtected = false;
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileNameRaw.toString().replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
    // Programs differ in which of two they read.
    if (entries.has(name)) throw new Error('Two parts of one name.');
    entries.set(name, entry);
    // Few bytes must not be unpacked many times.
    if (headers.has(entry.relativeOffsetOfLocalHeader)) throw new Error('Two parts in one place.');
    headers.add(entry.relativeOffsetOfLocalHeader);
    isProtected ||= entry.isEncrypted();
  }
  if (isProtected) return { readable: true, isProtected };
  const text = async (name: string): Promise<string | undefined> => {
    const entry = entries.get(name);
    return entry && textOf(await unpacked(archive, entry, parts));
  };

  const contentTypes = await text(contentTypesPart);
  if (contentTypes !== undefined) {
    if (isAmbiguous(contentTypes)) throw new Error('Content types that programs read in different ways.');
    const finding = officeDocument([...entries.keys()], contentTypes);
    const isObject = objectsBy(contentTypes);
    const objects = Array.from(entries).flatMap(([name, entry]) => (isObject(name) ? [entry] : []));
    const active = finding.active ?? (await packagedProgram(archive, objects, parts));
    return active === undefined ? finding : { ...finding, active };
  }
  const manifest = withoutComments((await text(manifestPart)) ?? '');
  if (/encryption-data\b/.test(manifest)) return { readable: true, isProtected: true };
  return openDocument([...entries.keys()], (await text(mimeTypePart)) ?? rootType(manifest));
};

const officeDocument = (names: string[], contentTypes: string): OfficeFinding => {
  const types = attributes(contentTypes, 'ContentType').map((type) => type.trim().toLowerCase());
  const active =
    names.find((name) => activeParts.test(name) || openDocumentMacros.test(name) || programs.test(name)) ??
    types.find((type) => activeTypes.test(type));
  const kinds = new Set(types.flatMap((type) => kindIn(officeKinds, type) ?? []));
  const [kind, ...more] = kinds;
  return present({ readable: true as const, kind: more.length === 0 ? kind : undefined, active });
};

const typeAttributes = /\b(ContentType|PartName|Extension)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Whether a part is an object: by its folder, by its type, which belongs to its name or else to its extension, or as a `.bin` that is
 * nothing else.
 */
const objectsBy = (contentTypes: string): ((name: string) => boolean) => {
  const types = new Map<string, string>();
  for (const tag of tags(withoutComments(contentTypes))) {
    if (!tag.includes('ContentType')) continue;
    const found = new Map(
      Array.from(tag.matchAll(typeAttributes), ([, name, value, quoted]) => [name, decoded(value ?? quoted ?? '')]),
    );
    const part = found.get('PartName')?.replace(/^\/+/, '') ?? `.${found.get('Extension')}`;
    types.set(part.toLowerCase(), found.get('ContentType')?.trim().toLowerCase() ?? '');
  }
  const typeOf = (name: string) => types.get(name) ?? types.get(name.slice(name.lastIndexOf('.')));
  return (name) => {
    const type = typeOf(name) ?? '';
    return objectFolder.test(name) || type === objectType || (name.endsWith('.bin') && !settingsTypes.test(type));
  };
};

const openDocument = (names: string[], type: string | undefined): OfficeFinding => {
  const kind = kindIn(openDocumentKinds, type?.trim().toLowerCase() ?? '');
  const active = names.find((name) => openDocumentMacros.test(name) || programs.test(name));
  return present({ readable: true as const, kind, active: kind && active });
};

const kindIn = <Kinds extends Record<string, string>>(kinds: Kinds, type: string): Kinds[keyof Kinds] | undefined =>
  Object.hasOwn(kinds, type) ? kinds[type as keyof Kinds] : undefined;

const unpacked = async (archive: ZipFile, entry: Entry, parts: KeptParts): Promise<Buffer> => {
  const { fileDataStart } = await archive.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = parts.bytes(fileDataStart, fileDataStart + entry.compressedSize);
  if (packed === undefined) throw new Error('A part larger than what was kept of it.');
  if (entry.compressionMethod === 0) return packed;
  if (entry.compressionMethod !== 8) throw new Error('A part that is packed in an unknown way.');
  return inflateRawSync(packed, { maxOutputLength: maxPartBytes });
};

/** XML is UTF-8 unless its first bytes say otherwise (XML 1.0, appendix F). */
const textOf = (bytes: Buffer): string => {
  const start = bytes.subarray(0, 2).toString('hex');
  const encoding = { fffe: 'utf-16le', '3c00': 'utf-16le', feff: 'utf-16be', '003c': 'utf-16be' }[start] ?? 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
};

const withoutComments = (xml: string): string => xml.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '');

/** The values of all attributes of this name, in either kind of quotes. */
const attributes = (xml: string, name: string): string[] =>
  Array.from(withoutComments(xml).matchAll(new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g')), (match) =>
    decoded(match[1] ?? match[2] ?? ''),
  );

/** Numbers of characters, which would hide a name; what they leave of it is not on the list of types. */
const decoded = (value: string): string =>
  value.replaceAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** One after the other: a match of a tag together with what it must hold takes the square of the length of a broken one. */
function* tags(xml: string): Generator<string> {
  for (const [tag] of xml.matchAll(/<[^<>]*>/g)) yield tag;
}

/** Whether more than the declaration could hide the mark of a comment. No program writes such content types. */
const isAmbiguous = (contentTypes: string): boolean =>
  /<\?|<!\[CDATA\[|<!DOCTYPE/.test(withoutComments(contentTypes).replace(/^<\?xml\s[^<>]*\?>/, ''));

/** The type of the file itself in the manifest of an OpenDocument file, whose `mimetype` may be missing. */
const rootType = (manifest: string): string | undefined => {
  for (const tag of tags(manifest)) {
    if (/\bfull-path\s*=\s*["']\/["']/.test(tag)) return attributes(tag, 'media-type')[0];
  }
  return undefined;
};
