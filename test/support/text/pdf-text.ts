import { inflateSync } from 'node:zlib';

/** The text of a PDF file as the app writes them: one font per run, with a table of what each glyph stands for. */

const inflated = (bytes: Buffer, from: number): string => {
  const start = bytes.indexOf('stream\n', from) + 'stream\n'.length;
  return inflateSync(bytes.subarray(start)).toString('latin1');
};

const objectAt = (bytes: Buffer, id: string): number => bytes.indexOf(`\n${id} 0 obj\n`);

/** Glyph -> text, by the name that pages have for the font. */
const fontsIn = (bytes: Buffer): Map<string, string[]> => {
  const text = bytes.toString('latin1');
  const fonts = [...text.matchAll(/\/Font <<([^>]*)>>/g)].flatMap(([, list = '']) => [
    ...list.matchAll(/\/(F\d+) (\d+) 0 R/g),
  ]);
  return new Map(
    fonts.map(([, name = '', id = '']) => {
      const [, map = ''] = /\/ToUnicode (\d+) 0 R/.exec(text.slice(objectAt(bytes, id))) ?? [];
      const ranges = inflated(bytes, objectAt(bytes, map)).matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g);
      const glyphs: string[] = [];
      for (const [, first = '', list = ''] of ranges) {
        for (const [at, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
          const units = Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16();
          glyphs[Number.parseInt(first, 16) + at] = units.toString('utf16le');
        }
      }
      return [name, glyphs];
    }),
  );
};

type Shown = { y: number; x: number; text: string };

/** The lines of all pages, from top to bottom. */
export const pdfText = (pdf: Uint8Array): string => {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const fonts = fontsIn(bytes);
  return [...text.matchAll(/\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/g)]
    .map(([, id = '']) => {
      const shown: Shown[] = [];
      let [x, y, font] = [0, 0, ''];
      const operators = /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm|\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g;
      for (const [, left, top, name, glyphs] of inflated(bytes, objectAt(bytes, id)).matchAll(operators)) {
        if (left !== undefined) [x, y] = [Number(left), Number(top)];
        font = name ?? font;
        if (glyphs === undefined) continue;
        const codes = [...glyphs.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
        const part = codes.map((code) => fonts.get(font)?.[Number.parseInt(code, 16)] ?? '?').join('');
        shown.push({ x, y, text: part });
      }
      return Map.groupBy(shown, ({ y }) => Math.round(y));
    })
    .flatMap((lines) =>
      [...lines.entries()]
        .toSorted(([one], [other]) => other - one)
        .map(([, parts]) =>
          parts
            .toSorted((one, other) => one.x - other.x)
            .map((part) => part.text)
            .join(''),
        ),
    )
    .join('\n');
};
