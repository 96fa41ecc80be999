import { describe, expect, test } from 'vitest';
import { guid, mpnId } from '../../../src/lib/fields.ts';
import { parse } from '../../../src/lib/parse.ts';

const id = 'a1c5e8f2-4b7d-4e90-8c16-7f3d9a2b5e01';

describe('A GUID is taken', () => {
  test.each([
    ['as it is', id],
    ['in capitals', id.toUpperCase()],
    ['with blanks around', ` ${id}\u00a0\n`],
    ['in braces', `{${id}}`],
    ['in brackets', `[${id}]`],
    ['in parentheses', `(${id})`],
    ['in quotes', `"${id}"`],
    ['in the quotes of Word', `“${id}”`],
    ['as a URN', `urn:uuid:${id}`],
    ['as a URN in capitals', `URN:UUID:${id.toUpperCase()}`],
    ['without hyphens', id.replaceAll('-', '')],
    ['with the dashes of Word', id.replaceAll('-', '–')],
    ['with hyphens that do not break', id.replaceAll('-', '\u2011')],
    ['with minus signs', id.replaceAll('-', '\u2212')],
    ['with blanks in place of hyphens', id.replaceAll('-', ' ')],
    ['with a zero-width blank within', `${id.slice(0, 9)}\u200b${id.slice(9)}`],
    ['in full width', [...id].map((c) => (c === '-' ? '－' : String.fromCodePoint(c.charCodeAt(0) + 0xfee0))).join('')],
  ])('%s', (_, given) => {
    expect(parse(guid, given)).toBe(id);
  });

  test.each([
    ['', 'This has 0 digits.'],
    [id.slice(1), 'This has 31 digits.'],
    [`${id}0`, 'This has 33 digits.'],
    [`o${id.slice(1)}`, "'o' is not one of the digits 0-9 and a-f."],
    ['contoso', "'o' is not one of the digits 0-9 and a-f."],
  ])('unless it is %j', (given, words) => {
    expect(parse(guid, given)).toMatchObject({ code: 'invalid-guid', detail: expect.stringContaining(words) });
  });
});

describe('An MPN ID is taken', () => {
  test.each<[string, unknown]>([
    ['as it is', '4512345'],
    ['as a number', 4512345],
    ['with blanks around', ' 4512345 '],
    ['with blanks within', '4 512 345'],
    ['with a blank that does not break', '4\u00a0512\u00a0345'],
    ['with points', '4.512.345'],
    ['with commas', '4,512,345'],
    ['with apostrophes', '4’512’345'],
    ['with hyphens', '451-2345'],
    ['with its name', 'MPN ID: 4512345'],
    ['with a number sign', '#4512345'],
    ['in full width', '４５１２３４５'],
  ])('%s', (_, given) => {
    expect(parse(mpnId, given)).toBe('4512345');
  });

  test.each<[unknown, string, string]>([
    ['451234x', 'invalid-value', "'x' is no digit."],
    ['4512', 'invalid-value', 'This has 4.'],
    [4512345.5, 'wrong-type', 'Must be text.'],
    [45123456789, 'invalid-value', 'This has 11.'],
    [true, 'wrong-type', 'Must be text.'],
    [undefined, 'required', 'This field is required.'],
  ])('unless it is %j', (given, code, words) => {
    expect(parse(mpnId, given)).toMatchObject({ code, detail: expect.stringContaining(words) });
  });
});
