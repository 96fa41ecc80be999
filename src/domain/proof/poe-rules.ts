import type { FieldError } from '../../lib/result.ts';

/** Limits for proof of execution. Sizes in bytes. */
export type PoeLimits = { maxFiles: number; maxBytes: number };

/**
 * What may be uploaded: extension -> content type that is stored and served, and how the content is recognised.
 * `signature` names the type that the content itself shows (file-type's extension); `text` must be UTF-8 text.
 * Active content (html, mht, svg) and macro documents are not on the list.
 */
export const poeTypes: Record<string, { contentType: string; content: string[] | 'text' }> = {
  pdf: { contentType: 'application/pdf', content: ['pdf'] },
  docx: { contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', content: ['docx'] },
  xlsx: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content: ['xlsx'] },
  pptx: { contentType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', content: ['pptx'] },
  doc: { contentType: 'application/msword', content: ['cfb'] },
  xls: { contentType: 'application/vnd.ms-excel', content: ['cfb'] },
  ppt: { contentType: 'application/vnd.ms-powerpoint', content: ['cfb'] },
  msg: { contentType: 'application/vnd.ms-outlook', content: ['cfb'] },
  rtf: { contentType: 'application/rtf', content: ['rtf'] },
  png: { contentType: 'image/png', content: ['png'] },
  jpg: { contentType: 'image/jpeg', content: ['jpg'] },
  jpeg: { contentType: 'image/jpeg', content: ['jpg'] },
  gif: { contentType: 'image/gif', content: ['gif'] },
  tif: { contentType: 'image/tiff', content: ['tif'] },
  tiff: { contentType: 'image/tiff', content: ['tif'] },
  txt: { contentType: 'text/plain; charset=utf-8', content: 'text' },
  csv: { contentType: 'text/csv; charset=utf-8', content: 'text' },
  eml: { contentType: 'message/rfc822', content: 'text' },
};

const maxNameLength = 150;
// Separators and reserved characters of any file system, control characters, and the marks that turn text around (a
// "fdp.exe" shown as "exe.pdf"): a name is data here, but it will be saved on somebody's disk.
const refusedCharacters =
  /[/\\:*?"<>|\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/u;

/** The lower-case extension of an accepted name, or what is wrong with the name. */
export const checkFileName = (fileName: string): { extension: string } | FieldError => {
  const path = 'fileName';
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (fileName === '') return { path, code: 'required', message: 'A file needs a name.' };
  if (fileName.trim() !== fileName || fileName.startsWith('.')) {
    return {
      path,
      code: 'invalid-file-name',
      message: 'Needs a name that neither starts with a dot nor has blanks around it.',
    };
  }
  if (fileName.length > maxNameLength) {
    return { path, code: 'invalid-file-name', message: `At most ${maxNameLength} characters.` };
  }
  if (refusedCharacters.test(fileName)) {
    return { path, code: 'invalid-file-name', message: 'Has characters that a file name cannot have.' };
  }
  if (!Object.hasOwn(poeTypes, extension)) {
    return { path, code: 'poe-type-not-allowed', message: `Accepted types: ${Object.keys(poeTypes).join(', ')}.` };
  }
  return { extension };
};

/** The property of a Word document that says for which claim its template was made. */
export const templateProperty = 'ClaimId';
/** The property that says what the words of the template were before anybody wrote in it. */
export const blankProperty = 'BlankWords';
