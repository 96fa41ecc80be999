import { describe, expect, test } from 'vitest';
import { cleanFileName, downloadName } from '../../../src/domain/proof/file-name.ts';

const x = (length: number): string => 'x'.repeat(length);

describe('The name of a proof is kept', () => {
  test.each([
    ['statement.pdf', 'pdf'],
    ['Statement of Work.DOCX', 'docx'],
    ['Überblick – Q3.xlsx', 'xlsx'],
    ['顧客.png', 'png'],
    ['two.dots.csv', 'csv'],
    ['x..pdf', 'pdf'],
    ['CON.pdf', 'pdf'],
    ['👩‍👧 family.jpg', 'jpg'],
    ['نامه‌ها.pdf', 'pdf'],
    [`${x(146)}.txt`, 'txt'],
  ])('as it was sent: %s', (fileName, extension) => {
    expect(cleanFileName(fileName)).toEqual({ fileName, extension });
  });

  test.each([
    ['blanks around', ' a b.pdf\u00a0', 'a b.pdf'],
    ['blanks doubled', 'a  \t b.pdf', 'a b.pdf'],
    ['a trailing dot', 'a.pdf.', 'a.pdf'],
    ['dots and blanks', 'a.pdf . .', 'a.pdf'],
    ['a hidden file', '.hidden.pdf', 'hidden.pdf'],
    ['a path of Windows', 'C:\\Users\\Avery\\Desktop\\order.pdf', 'order.pdf'],
    ['a path copied in Windows', '"C:\\Users\\Avery\\order.pdf"', 'order.pdf'],
    ['a path that a browser made up', 'C:\\fakepath\\order.pdf', 'order.pdf'],
    ['a path of Unix', '../../etc/order.pdf', 'order.pdf'],
    ['a path with blanks', 'my files/ order.pdf ', 'order.pdf'],
    ['a slash at the end', 'order.pdf/', 'order.pdf'],
    ['brackets around', '<order.pdf>', 'order.pdf'],
    ['a question', 'Signed?.pdf', 'Signed_.pdf'],
    ['quotes', 'The "order".pdf', 'The _order_.pdf'],
    ['a colon', 'Re: order 10:30.eml', 'Re_ order 10_30.eml'],
    ['an alternate stream', 'a.exe:b.pdf', 'a.exe_b.pdf'],
    ['wildcards, markup and a pipe', 'a*<b>|c.pdf', 'a__b__c.pdf'],
    ['a line break', 'a\r\nb.pdf', 'a b.pdf'],
    ['a NUL', 'a.exe\0.pdf', 'a.exe_.pdf'],
    ['text turned around', 'a\u202efdp.exe.pdf', 'afdp.exe.pdf'],
    ['marks of direction', '\u200eorder\u200f.\u061cpdf', 'order.pdf'],
    ['characters without width', 'or\u200bder\u2060.pdf\ufeff', 'order.pdf'],
    ['half a character', 'a\ud83d.pdf', 'a_.pdf'],
    ['letters in two parts, as macOS has them', 'U\u0308bergabe.pdf', 'Übergabe.pdf'],
    ['151 characters', `${x(147)}.txt`, `${x(146)}.txt`],
    ['300 characters', `${x(296)}.docx`, `${x(145)}.docx`],
    ['a character at the place of the cut', `${x(145)}👍👍.txt`, `${x(145)}.txt`],
    ['a blank at the place of the cut', `${x(145)} yz.txt`, `${x(145)}.txt`],
  ])('in a form that every system takes: %s', (_, sent, fileName) => {
    const kept = cleanFileName(sent);
    expect(kept).toMatchObject({ fileName });
    // What was kept once is kept the same again.
    expect(cleanFileName(fileName)).toEqual(kept);
  });
});

describe('A name is refused with words that say what to do', () => {
  test.each([
    ['', 'required', /needs a name, with its extension/],
    [' . ', 'required', /needs a name/],
    ['///', 'required', /needs a name/],
    ['.pdf', 'invalid-file-name', /Put a name before it/],
    ['folder/.PDF', 'invalid-file-name', /Put a name before it/],
    ['statement', 'poe-type-not-allowed', /no extension\. Accepted types: pdf, docx/],
    ['a.exe', 'poe-type-not-allowed', /\.exe is not accepted\. Accepted types: pdf, docx/],
    ...['a.html', 'a.svg', 'a.docm', 'a.pdf.js', 'a.zip', 'a.constructor', 'a.toString'].map(
      (name) => [name, 'poe-type-not-allowed', /is not accepted/] as const,
    ),
  ] as const)('%j', (sent, code, message) => {
    expect(cleanFileName(sent)).toEqual({ path: 'fileName', code, message: expect.stringMatching(message) });
  });
});

test.each([
  ['CON.pdf', 'CON_.pdf'],
  ['nul.tar.csv', 'nul_.tar.csv'],
  ['Com1 .txt', 'Com1_ .txt'],
  ['LPT³.txt', 'LPT³_.txt'],
  ['conin$.txt', 'conin$_.txt'],
  ['CONTRACT.pdf', 'CONTRACT.pdf'],
  ['com.pdf', 'com.pdf'],
])('The name of a device gets a suffix on download: %s', (fileName, saved) => {
  expect(downloadName(fileName)).toBe(saved);
});
