import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../src/lib/read-csv.ts';

const cells = (text: string) => {
  const rows = readCsv(text);
  if (!Array.isArray(rows)) throw new Error(rows.detail);
  return rows.map(({ row, cells }) => [row, ...cells]);
};

describe('CSV', () => {
  test.each<[string, string, (string | number)[][]]>([
    [
      'rows and cells',
      'a,b\n1,2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'no line break at the end',
      'a,b\n1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'CRLF and a byte order mark',
      '\ufeffa,b\r\n1,2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'semicolons where the header has them',
      'a;b\n1,5;2\n',
      [
        [1, 'a', 'b'],
        [2, '1,5', '2'],
      ],
    ],
    [
      'quoted cells',
      'a,b\n"x, ""y""\nz",2\n',
      [
        [1, 'a', 'b'],
        [2, 'x, "y"\nz', '2'],
      ],
    ],
    ['empty cells at both ends', ',a,\n', [[1, '', 'a', '']]],
    ['blanks around cells', ' a , b \n', [[1, 'a', 'b']]],
    [
      'empty lines, which count',
      'a\n\n\nb\n',
      [
        [1, 'a'],
        [4, 'b'],
      ],
    ],
    ['nothing', '', []],
  ])('has %s', (_, text, rows) => {
    expect(cells(text)).toEqual(rows);
  });

  test.each(['a,"b', 'a,b"c\n', '"a"b\n', 'a\rb\n'])('%j is refused, with the row', (text) => {
    expect(readCsv(text)).toMatchObject({ code: 'malformed-csv', detail: expect.stringMatching(/^Row 1: /) });
  });
});
