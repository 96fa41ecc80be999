import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutations, occurrences } from '../../mutate/mutations/all.ts';

/** The table of the mutation gate is kept with the code: whoever moves a guard moves its mutation too. */

const sourceOf = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

test('each mutation finds its guarding text exactly once, and breaks it', () => {
  const astray = mutations.filter(
    (mutation) => occurrences(mutation, sourceOf(mutation.file)) !== 1 || mutation.guard === mutation.broken,
  );
  expect(astray).toEqual([]);
});

test('each mutation has a name of its own', () => {
  expect(new Set(mutations.map(({ breaks }) => breaks)).size).toBe(mutations.length);
});
