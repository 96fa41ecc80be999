import type { FieldError } from '../../lib/result.ts';
import { poeTypes } from './poe-rules.ts';

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
