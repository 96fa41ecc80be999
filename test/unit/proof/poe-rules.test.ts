import { expect, test } from 'vitest';
import { contentTypeOf, poeTypes } from '../../../src/domain/proof/poe-rules.ts';

test('no accepted file is served as a type that a browser would run', () => {
  for (const [extension, { contentType, content }] of Object.entries(poeTypes)) {
    for (const type of [contentType, ...content.map((kind) => contentTypeOf(extension, kind))]) {
      expect(type).not.toMatch(/html|svg|xml$|script/);
    }
  }
});
