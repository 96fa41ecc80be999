import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { restored } from '../../infra/compile.ts';
import { rulesOf } from '../support/infra/arm-linter-rules.ts';

// The cast: a file of this project.
const { analyzers } = JSON.parse(readFileSync(new URL('../../infra/bicepconfig.json', import.meta.url), 'utf8')) as {
  analyzers: { core: { rules: Record<string, { level: string }> } };
};
const { rules } = analyzers.core;

test('Every rule that the linter is told of is an error', () => {
  expect(new Set(Object.values(rules).map(({ level }) => level))).toEqual(new Set(['error']));
});

describe.skipIf(!existsSync(restored))('The linter', { meta: { needs: 'a Bicep compiler' } }, () => {
  test('is told of every rule that the compiler has', () => {
    expect(Object.keys(rules).toSorted()).toEqual(rulesOf(restored));
  });
});
