import { describe, expect, test } from 'vitest';
import { prefersCsv } from '../../src/functions/http/accepts.ts';
import { csvRecord } from '../../src/functions/http/partner/csv.ts';

describe('A CSV record', () => {
  test('ends with CRLF and quotes what would break it', () => {
    expect(csvRecord(['plain', '', 'a,b', 'say "hi"', 'two\nlines', 'carriage\r'])).toBe(
      'plain,,"a,b","say ""hi""","two\nlines","carriage\r"\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('keeps a spreadsheet from running %j', (text) => {
    expect(csvRecord([text])).toMatch(/^"?'/);
  });

  test('leaves alone what only holds such a character', () => {
    expect(csvRecord(['a=b', '1-2', 'x@y'])).toBe('a=b,1-2,x@y\r\n');
  });
});

describe('CSV is what a caller gets who', () => {
  test.each([
    ['text/csv', true],
    ['Text/CSV; charset=utf-8', true],
    ['text/csv, application/json;q=0.9', true],
    ['application/json, text/csv;q=0.5', false],
    ['application/json, text/csv', false],
    ['text/csv;q=0', false],
    ['*/*', false],
    ['text/*', false],
    [null, false],
  ])('accepts %s: %s', (accept, expected) => {
    expect(prefersCsv(accept)).toBe(expected);
  });
});
