import { describe, expect, test } from 'vitest';
import { checkFileName } from '../../src/domain/proof/file-name.ts';
import { poeTypes } from '../../src/domain/proof/poe-rules.ts';

describe('The name of a proof of execution', () => {
  test.each([
    ['statement.pdf', 'pdf'],
    ['Statement of Work.DOCX', 'docx'],
    ['Überblick – Q3.xlsx', 'xlsx'],
    ['顧客.png', 'png'],
    ['two.dots.csv', 'csv'],
    [`${'x'.repeat(146)}.txt`, 'txt'],
  ])('%s is accepted as %s', (fileName, extension) => {
    expect(checkFileName(fileName)).toEqual({ extension });
  });

  test.each([
    ['a hidden file', '.pdf'],
    ['a blank before', ' a.pdf'],
    ['a blank after', 'a.pdf '],
    ['a path', '../a.pdf'],
    ['a Windows path', 'c:\\a.pdf'],
    ['an alternate stream', 'a.exe:b.pdf'],
    ['a wildcard', 'a*.pdf'],
    ['markup', '<b>.pdf'],
    ['a quote', 'a".pdf'],
    ['a line break', 'a\r\nb.pdf'],
    ['a NUL', 'a.exe\u0000.pdf'],
    ['text turned around', 'a\u202efdp.exe.pdf'],
    ['half a character', 'a\ud83d.pdf'],
    ['151 characters', `${'x'.repeat(147)}.txt`],
  ])('is refused for %s', (_, fileName) => {
    expect(checkFileName(fileName)).toMatchObject({ path: 'fileName', code: 'invalid-file-name' });
  });

  test('is required', () => {
    expect(checkFileName('')).toMatchObject({ path: 'fileName', code: 'required' });
  });

  test.each(['a', 'a.', 'a.exe', 'a.html', 'a.svg', 'a.docm', 'a.pdf.js', 'a.zip', 'a.constructor', 'a.toString'])(
    '%s has a type that is not accepted',
    (fileName) => {
      expect(checkFileName(fileName)).toMatchObject({ path: 'fileName', code: 'poe-type-not-allowed' });
    },
  );

  test('never leads to a content type that a browser would run', () => {
    for (const { contentType } of Object.values(poeTypes)) expect(contentType).not.toMatch(/html|svg|xml$|script/);
  });
});
