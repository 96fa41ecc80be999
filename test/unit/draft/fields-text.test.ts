import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { line, paragraph } from '../../../src/lib/fields.ts';
import { parse } from '../../../src/lib/parse.ts';
import { Problem } from '../../../src/lib/result.ts';

const detailOf = (schema: z.ZodType<string>, text: string): string | undefined => {
  const taken = parse(schema, text);
  return taken instanceof Problem ? taken.detail : undefined;
};

describe('A line of text is stored', () => {
  test.each([
    ['blanks around and doubled', '  Roll-out   2026 ', 'Roll-out 2026'],
    ['blanks that do not break, and wide ones', 'Contoso\u00a0Ltd\u3000Tokyo', 'Contoso Ltd Tokyo'],
    ['a line break of a spreadsheet cell', 'Contoso\r\nLtd\n', 'Contoso Ltd'],
    ['a vertical tab of Word', 'Contoso\vLtd\f', 'Contoso Ltd'],
    ['a tab', 'Contoso\tLtd', 'Contoso Ltd'],
    ['a byte-order mark', '\ufeffContoso', 'Contoso'],
    ['zero-width blanks and soft hyphens', 'Con\u200bto\u2060so\u00ad', 'Contoso'],
    ['marks that turn text', '\u202eContoso\u202c \u2066Ltd\u2069', 'Contoso Ltd'],
    ['letters that a Mac takes apart', 'Mu\u0308ller', 'Müller'],
    ['the joiners of Persian', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['an emoji of several', '👩\u200d💻', '👩\u200d💻'],
  ])('with %s', (_, text, stored) => {
    expect(parse(line(50), text)).toBe(stored);
  });
});

describe('Text of several lines is stored', () => {
  test.each([
    ['line breaks of Windows, old Macs and Unicode', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['line and page breaks of Word', 'a\vb\fc', 'a\nb\nc'],
    ['its tabs and blanks within', 'a\tb  c', 'a\tb  c'],
    ['no blanks at its ends', ' \n a\n\n', 'a'],
    ['no invisible marks', '\ufeffa\u200bb\u202ec', 'abc'],
  ])('with %s', (_, text, stored) => {
    expect(parse(paragraph(50), text)).toBe(stored);
  });
});

describe('A refusal says which character it was and where', () => {
  test.each([
    ['a\u0000b', 'Character 2 is U+0000 (NUL), which cannot be stored. Remove it.'],
    ['ab\u001b[0m', 'Character 3 is U+001B (escape), which cannot be stored. Remove it.'],
    ['\u0080', 'Character 1 is U+0080 (a control character), which cannot be stored. Remove it.'],
    ['👋\ud800', 'Character 2 is U+D800 (half a character), which cannot be stored. Remove it.'],
    ['a\uffff', 'Character 2 is U+FFFF (no character), which cannot be stored. Remove it.'],
  ])('%j', (text, words) => {
    expect(detailOf(line(50), text)).toBe(`body: ${words}`);
    expect(detailOf(paragraph(50), text)).toBe(`body: ${words}`);
  });

  test.each(['', ' ', '\u200b', '\n\v'])('%j is blank', (text) => {
    expect(parse(line(50), text)).toMatchObject({ code: 'too-short' });
    expect(parse(paragraph(50), text)).toMatchObject({ code: 'too-short' });
  });
});

test('the length counts what is stored', () => {
  expect(parse(line(3), `  abc${' '.repeat(9)}`)).toBe('abc');
  expect(parse(line(3), 'abcd')).toMatchObject({ code: 'too-long' });
});
