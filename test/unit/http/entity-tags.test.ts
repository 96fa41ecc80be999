import { expect, test } from 'vitest';
import { matchesAny, strongTags } from '../../../src/functions/http/entity-tags.ts';

test.each([
  ['"3"', true],
  ['W/"3"', true],
  ['"2", "3"', true],
  ['"2" , , W/"3",', true],
  ['*', true],
  [' * ', true],
  ['"2"', false],
  ['3', false],
  ['"3', false],
  ['w/"3"', false],
  ['"2" "3"', false],
  ['"2, 3"', false],
  ['', false],
])('If-None-Match: %s names "3": %s', (header, expected) => {
  expect(matchesAny(header, '"3"')).toBe(expected);
});

test('a tag may hold a comma', () => {
  expect(matchesAny('"a,b", "c"', '"a,b"')).toBe(true);
  expect(matchesAny('"a,b"', '"a"')).toBe(false);
});

test('only strong tags count for If-Match', () => {
  expect(strongTags('"1", W/"2", "3"')).toEqual(['"1"', '"3"']);
  expect(strongTags('W/"2"')).toEqual([]);
  expect(strongTags('"1" "3"')).toEqual([]);
});
