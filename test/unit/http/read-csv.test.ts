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
    ['an empty cell before others', ',a\n', [[1, '', 'a']]],
    ['empty cells at its end, which are left out', 'a,,\n', [[1, 'a']]],
    ['blanks around cells', ' a , b \n', [[1, 'a', 'b']]],
    ['blanks around quotation marks', '"a" , "b" \n', [[1, 'a', 'b']]],
    ['tabs', 'a\tb,c\td', [[1, 'a', 'b,c', 'd']]],
    ['bars', 'a|b', [[1, 'a', 'b']]],
    [
      'the line of Excel that names the separator',
      'sep=;\r\na,1;b\r\n1;2',
      [
        [1, 'a,1', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'a separator of its own',
      'sep=^\na^b]\n1^2',
      [
        [1, 'a', 'b]'],
        [2, '1', '2'],
      ],
    ],
    [
      'lines that end in CR',
      'a,b\r1,2\r\r3,4\r',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
        [4, '3', '4'],
      ],
    ],
    ['rows of empty cells, which are left out', 'a,b\n,,\n , \n"",\n', [[1, 'a', 'b']]],
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

  test.each(['a,"b', 'a,b"c\n', '"a"b\n', '"a'])('%j is refused, with the row', (text) => {
    expect(readCsv(text)).toMatchObject({ code: 'malformed-csv', detail: expect.stringMatching(/^Row 1: /) });
  });

  test.each([
    ['blanks', `${' '.repeat(200_000)}"x"y`],
    ['quotation marks', `"${'""'.repeat(100_000)}`],
    ['separators', ','.repeat(200_000)],
  ])('many %s take no more time than other text', (_, text) => {
    const from = performance.now();
    readCsv(text);
    expect(performance.now() - from).toBeLessThan(1000);
  });
});
