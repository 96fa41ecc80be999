import { expect, test } from 'vitest';
import { byteRangeOf } from '../../../src/functions/http/answer/byte-range.ts';

const etag = '"abc"';
const of = (range: string, ifRange?: string) =>
  byteRangeOf(
    // The cast: of a request's headers it reads these.
    { headers: new Headers({ range, ...(ifRange === undefined ? {} : { 'if-range': ifRange }) }) } as never,
    { size: 10, etag },
  );

test.each([
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=2-5', { start: 2, end: 5 }],
  ['Bytes = 2 - 5', { start: 2, end: 5 }],
  ['bytes=7-', { start: 7, end: 9 }],
  ['bytes=7-99999999999999999999', { start: 7, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-99', { start: 0, end: 9 }],
  ['bytes=10-', 'not-satisfiable'],
  ['bytes=99999999999999999999-', 'not-satisfiable'],
  ['bytes=-0', 'not-satisfiable'],
  ['bytes=5-2', undefined],
  ['bytes=-', undefined],
  ['bytes=0-1,4-5', undefined],
  ['bytes=a-b', undefined],
  ['lines=0-1', undefined],
  ['', undefined],
])('Range: %s', (range, expected) => {
  expect(of(range)).toEqual(expected);
});

test('If-Range keeps parts of two versions from being put together', () => {
  expect(of('bytes=2-5', etag)).toEqual({ start: 2, end: 5 });
  for (const other of ['"other"', `W/${etag}`, 'Sun, 29 Nov 2026 06:00:00 GMT']) {
    expect(of('bytes=2-5', other)).toBeUndefined();
    expect(of('bytes=99-', other)).toBeUndefined();
  }
});
