import { type Face, type Run, runsOf } from './pdf-fonts.ts';

/** How wide a text of one font is. */
export type Measure = (run: Run) => number;

/** What stands at a place of a line. */
export type Placed = Run & { x: number };

type Piece = { runs: Run[]; width: number; isSpace: boolean; isRightToLeft: boolean };

/**
 * Blanks, words that are read from right to left, single characters of scripts without blanks with the marks that may not begin a line,
 * and words.
 */
const pieces =
  /\s+|[\p{Script=Arabic}\p{Script=Hebrew}][\p{Script=Arabic}\p{Script=Hebrew}\p{M}]*|[（「『【]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][、。，．：；！？）」』】ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*|[^\s\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Breaks a text into lines of at most `width`. */
export const linesOf = (text: string, width: number, faces: [Face, ...Face[]], measure: Measure): Placed[][] => {
  const pieceOf = (part: string): Piece => {
    const runs = runsOf(part, faces);
    const total = runs.reduce((sum, run) => sum + measure(run), 0);
    return { runs, width: total, isSpace: part.trim() === '', isRightToLeft: rightToLeft.test(part) };
  };
  /** A word that is wider than a line is broken into parts of equal length: a hash into two halves, not a line and two digits. */
  const fitting = (part: string): Piece[] => {
    const piece = pieceOf(part);
    if (piece.width <= width) return [piece];
    const characters = [...graphemes.segment(part)].map(({ segment }) => segment);
    const length = Math.ceil(characters.length / Math.ceil(piece.width / width));
    const parts = characters.flatMap((_, at) => (at % length === 0 ? [characters.slice(at, at + length)] : []));
    return parts.flatMap((letters) => {
      const equal = pieceOf(letters.join(''));
      // Characters differ in width: where a part does not fit, it is broken anywhere.
      return equal.width <= width ? [equal] : letters.map(pieceOf);
    });
  };
  return text
    .normalize('NFC')
    .split('\n')
    .flatMap((paragraph) => {
      const lines: Piece[][] = [[]];
      let used = 0;
      for (const piece of [...paragraph.matchAll(pieces)].flatMap(([part]) => fitting(part))) {
        if (used + piece.width > width && used > 0) {
          lines.push([]);
          used = 0;
        }
        if (piece.isSpace && used === 0) continue;
        lines.at(-1)?.push(piece);
        used += piece.width;
      }
      return lines.map((line) => place(inReadingOrder(line), measure));
    });
};

/** Words that are read from right to left stand in that order, as long as they follow each other. */
const inReadingOrder = (line: Piece[]): Piece[] => {
  const ordered: Piece[] = [];
  let at = 0;
  while (at < line.length) {
    let end = at;
    for (let next = at; next < line.length && (line[next]?.isRightToLeft || line[next]?.isSpace); next += 1) {
      if (line[next]?.isRightToLeft) end = next + 1;
    }
    const isTurned = line[at]?.isRightToLeft && end > at;
    ordered.push(...(isTurned ? line.slice(at, end).toReversed() : line.slice(at, at + 1)));
    at = isTurned ? end : at + 1;
  }
  return ordered;
};

const place = (line: Piece[], measure: Measure): Placed[] => {
  let x = 0;
  return line.flatMap(({ runs }) =>
    runs.map((run) => {
      const placed = { ...run, x };
      x += measure(run);
      return placed;
    }),
  );
};
