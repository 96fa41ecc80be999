/** Limits for proof of execution. Sizes in bytes. */
export type PoeLimits = { maxFiles: number; maxBytes: number };

/** What each kind of content is stored and served as. A kind has the name of its usual extension. */
const contentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  rtf: 'application/rtf',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  tif: 'image/tiff',
  webp: 'image/webp',
  heic: 'image/heic',
  heif: 'image/heif',
  avif: 'image/avif',
  bmp: 'image/bmp',
} as const;

/** The encoding of a text, as far as its bytes tell. */
export type TextKind = 'utf-8' | 'utf-16' | 'unknown-text';
/** What the bytes of a file turn out to be. `cfb` is the container of Office files before 2007 and of Outlook messages. */
export type ContentKind = keyof typeof contentTypes | 'cfb' | TextKind;

type PoeType = { contentType: string; content: readonly ContentKind[] };

const text = (contentType: string): PoeType => ({ contentType, content: ['utf-8', 'utf-16', 'unknown-text'] });
const only = (kind: keyof typeof contentTypes): PoeType => ({ contentType: contentTypes[kind], content: [kind] });
// Phones and mail programs name pictures as they like; whatever shows one of these shows the others.
const pictures = ['png', 'jpg', 'gif', 'tif', 'webp', 'heic', 'heif', 'avif', 'bmp'] as const;
const picture = (kind: (typeof pictures)[number]): PoeType => ({
  contentType: contentTypes[kind],
  content: [kind, ...pictures.filter((other) => other !== kind)],
});

/**
 * What may be uploaded: extension -> its usual content type, and the kinds of content that are taken under it, the usual one first.
 * Active content (html, mht, svg) and macro documents are not on the list.
 */
export const poeTypes: Record<string, PoeType> = {
  pdf: only('pdf'),
  docx: only('docx'),
  xlsx: only('xlsx'),
  pptx: only('pptx'),
  odt: only('odt'),
  ods: only('ods'),
  odp: only('odp'),
  // Word saves RTF under this name; Office opens a newer document under its older name.
  doc: { contentType: 'application/msword', content: ['cfb', 'rtf', 'docx'] },
  xls: { contentType: 'application/vnd.ms-excel', content: ['cfb', 'xlsx'] },
  ppt: { contentType: 'application/vnd.ms-powerpoint', content: ['cfb', 'pptx'] },
  msg: { contentType: 'application/vnd.ms-outlook', content: ['cfb'] },
  rtf: only('rtf'),
  png: picture('png'),
  jpg: picture('jpg'),
  jpeg: picture('jpg'),
  jfif: picture('jpg'),
  gif: picture('gif'),
  tif: picture('tif'),
  tiff: picture('tif'),
  webp: picture('webp'),
  heic: picture('heic'),
  heif: picture('heif'),
  avif: picture('avif'),
  bmp: picture('bmp'),
  txt: text('text/plain'),
  csv: text('text/csv'),
  eml: text('message/rfc822'),
};

/** The content type of a file by its bytes; the extension decides only where the bytes do not say it. */
export const contentTypeOf = (extension: string, kind: ContentKind): string => {
  if (Object.hasOwn(contentTypes, kind)) return contentTypes[kind as keyof typeof contentTypes];
  const usual = poeTypes[extension]?.contentType ?? 'application/octet-stream';
  // An encoding that no one knows is not declared; a mail declares its own.
  return usual.startsWith('text/') && kind !== 'unknown-text' ? `${usual}; charset=${kind}` : usual;
};

/** The extensions whose usual content is of this kind. */
export const extensionsOf = (kind: string): string[] =>
  Object.entries(poeTypes).flatMap(([extension, { content }]) => (content[0] === kind ? [extension] : []));

/** The property of a Word document that says for which claim its template was made. */
export const templateProperty = 'ClaimId';
/** The property that says what the words of the template were before anybody wrote in it. */
export const blankProperty = 'BlankWords';
