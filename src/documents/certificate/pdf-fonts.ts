import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';
import { create } from 'fontkit';

/**
 * The fonts of certificates, in the order in which they are asked for a character. Unifont, of dots, has all that the others lack.
 * The build puts them beside the app; only those that a text needs are read.
 */
export const fontFiles = [
  'noto-sans-latin',
  'noto-sans-latin-ext',
  'noto-sans-greek',
  'noto-sans-cyrillic',
  'noto-sans-vietnamese',
  'noto-sans-devanagari',
  'noto-sans-arabic-arabic',
  'noto-sans-hebrew-hebrew',
  'noto-sans-thai-thai',
  'kosugi-japanese',
  'unifont-latin',
] as const;

/** A font that is embedded in a document, as far as it is used. */
export type Face = { name: string; bytes: Buffer; has: (codePoint: number) => boolean };

/** Marks that only say how their neighbours are drawn: no font has to have them. */
const invisible = /\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

const codePointsOf = (text: string): number[] =>
  [...text.replaceAll(invisible, '')].map((character) => character.codePointAt(0) ?? 0);

const readFace = async (folder: URL, name: string): Promise<Face> => {
  const bytes = brotliDecompressSync(await readFile(new URL(`${name}.ttf.br`, folder)));
  const font = create(bytes);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${name} is not one font.`);
  return { name, bytes, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
};

/** The fonts that these texts need. The first is that of Latin letters, in which a missing character's code is written. */
export const facesFor = async (texts: string[], folder: URL): Promise<[Face, ...Face[]]> => {
  const [first, ...others] = fontFiles;
  const latin = await readFace(folder, first);
  const faces: [Face, ...Face[]] = [latin];
  let missing = [...new Set(texts.flatMap(codePointsOf))].filter((codePoint) => !latin.has(codePoint));
  for (const name of others) {
    if (missing.length === 0) break;
    const face = await readFace(folder, name);
    const left = missing.filter((codePoint) => !face.has(codePoint));
    if (left.length < missing.length) faces.push(face);
    missing = left;
  }
  return faces;
};

/** A text in the fonts that have its characters. */
export type Run = { face: Face; text: string };

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Parts a text by fonts. A character and its marks stay together; what no font has is written as its code. */
export const runsOf = (text: string, faces: [Face, ...Face[]]): Run[] => {
  const runs: Run[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const codePoints = codePointsOf(segment);
    const face = faces.find(({ has }) => codePoints.every(has));
    const shown =
      face === undefined ? codePoints.map((code) => `[U+${code.toString(16).toUpperCase()}]`).join('') : segment;
    const last = runs.at(-1);
    if (last !== undefined && last.face === (face ?? faces[0])) last.text += shown;
    else runs.push({ face: face ?? faces[0], text: shown });
  }
  return runs;
};
