import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromColumns, toColumns } from '../../../src/storage/table/text-columns.ts';
import { runs } from '../../support/claims/runs.ts';

// Lengths around the borders of columns, with characters of one and of two code units on either side of a border.
const lengths = fc.oneof(
  fc.nat(100),
  fc.integer({ min: 29_990, max: 30_010 }),
  fc.integer({ min: 59_990, max: 90_010 }),
);
const characters = fc.constantFrom('a', 'é', '顧', '👋', 'a👋');
const textOf = (first: string, rest: string, length: number): string => first + rest.repeat(length / rest.length);

describe('Text in columns', () => {
  test('comes back as it was, in columns of at most 64 KiB that tear no character in two', () => {
    fc.assert(
      fc.property(characters, characters, lengths, (first, rest, length) => {
        const text = textOf(first, rest, length);
        const columns = toColumns(text);
        expect(fromColumns(columns) === text).toBe(true);
        for (const column of Object.values(columns)) {
          expect(column.length * 2).toBeLessThanOrEqual(65_536);
          expect(column.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  test('takes one column when it is short, and none when it is empty', () => {
    expect(toColumns('{}')).toEqual({ doc0: '{}' });
    expect(toColumns('')).toEqual({});
    expect(fromColumns({ partitionKey: 'p', status: 'draft' })).toBe('');
  });

  test('goes to its first gap', () => {
    expect(fromColumns({ doc0: 'a', doc1: 'b', doc3: 'd' })).toBe('ab');
  });
});
