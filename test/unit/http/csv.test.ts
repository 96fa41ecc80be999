import { describe, expect, test } from 'vitest';
import { bestOf } from '../../../src/functions/http/answer/accepts.ts';
import { csvRecord } from '../../../src/functions/http/partner/csv.ts';

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

describe('A list is answered as', () => {
  const json = 'application/json';
  const csv = 'text/csv';
  test.each([
    [csv, csv],
    ['Text/CSV; charset=utf-8', csv],
    ['text/csv, application/json;q=0.9', csv],
    ['application/json, text/csv;q=0.5', json],
    ['application/json, text/csv', json],
    ['text/*', csv],
    ['text/csv, */*;q=0.1', csv],
    ['*/*', json],
    ['application/json;odata.metadata=minimal', json],
    ['text/html, */*;q=0.8', json],
    ['text/csv;q=0, */*', json],
    [null, json],
  ])('to Accept %s', (accept, expected) => {
    expect(bestOf(accept, [json, csv])).toBe(expected);
  });

  test.each(['text/html', 'text/csv;q=0', 'application/xml, image/*', 'nonsense'])('neither to Accept %s', (accept) => {
    expect(bestOf(accept, [json, csv])).toMatchObject({
      code: 'not-acceptable',
      detail: 'Accept names nothing that there is: application/json, text/csv.',
    });
  });
});
