import { cleanLine } from '../../lib/clean-text.ts';
import type { FieldError } from '../../lib/result.ts';
import { poeTypes } from './poe-rules.ts';

/** The longest name that is kept, in characters. */
const maxNameLength = 150;

/** Marks of direction. In a text they help; in a name they turn "fdp.exe" into "exe.pdf". */
const directionMarks = /[\u061c\u200e\u200f]/g;
/** Characters that some file system does not take, and those that cannot be stored at all. */
const unusable = /[:*?"<>|\p{Cc}\p{Cs}\ufffe\uffff]/gu;
/** Windows copies a path with quotes around it, mails have brackets around a name, and a sentence ends in a full stop. */
const around = /^[\s.:*?"<>|]+|[\s.:*?"<>|]+$/g;

const error = (code: FieldError['code'], message: string): FieldError => ({ path: 'fileName', code, message });

/**
 * The name under which a file is kept, made of the one that was sent: the last part of a path, without blanks, marks
 * and dots around it, `_` for what no system takes, in NFC, shortened before its extension. Or what is wrong with it.
 */
export const cleanFileName = (sent: string): { fileName: string; extension: string } | FieldError => {
  const parts = cleanLine(sent.replaceAll(directionMarks, '')).split(/[/\\]/);
  const name = parts
    .map((part) => part.replaceAll(around, ''))
    .findLast((part) => part !== '')
    ?.replaceAll(unusable, '_');
  if (name === undefined) return error('required', 'A file needs a name, with its extension.');
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined && Object.hasOwn(poeTypes, name.toLowerCase())) {
    return error('invalid-file-name', 'This is an extension alone. Put a name before it.');
  }
  if (extension === undefined || !Object.hasOwn(poeTypes, extension)) {
    const found = extension === undefined ? 'The name has no extension' : `.${extension} is not accepted`;
    return error('poe-type-not-allowed', `${found}. Accepted types: ${Object.keys(poeTypes).join(', ')}.`);
  }
  return { fileName: shortened(name, extension.length + 1), extension };
};

/** A name that is too long loses the end of what stands before its extension, never half a character. */
const shortened = (name: string, extensionLength: number): string => {
  if (name.length <= maxNameLength) return name;
  const stem = name.slice(0, maxNameLength - extensionLength).replace(/[\ud800-\udbff]$/, '');
  return stem.replace(/[\s.]+$/, '') + name.slice(-extensionLength);
};

/** Names of devices, which Windows takes for no file, whatever their extension. */
const devices = /^(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))/i;

/** The name under which a file is downloaded: that of a device gets a suffix, so that it can be saved on Windows. */
export const downloadName = (fileName: string): string => fileName.replace(devices, '$1_');
