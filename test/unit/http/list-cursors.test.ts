import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createListCursors } from '../../../src/functions/http/list-cursors.ts';

const newKey = () => ({ key: randomBytes(32).toString('base64url') });
const ring = [newKey(), newKey()];
const cursors = createListCursors(ring);
const scope = { partnerId: 'p1', list: 'newest of all' };

describe('A list cursor', () => {
  test('gives its position back to the partner and the list that it was made for', () => {
    expect(cursors.read(scope, cursors.sign(scope, 'ca-1|~é'))).toBe('ca-1|~é');
  });

  test('is worth nothing to another partner or another list', () => {
    const cursor = cursors.sign(scope, 'ca-1');
    expect(cursors.read({ ...scope, partnerId: 'p2' }, cursor)).toBeUndefined();
    expect(cursors.read({ ...scope, list: 'newest of drafts' }, cursor)).toBeUndefined();
  });

  test('is worth nothing with any character altered', () => {
    const cursor = cursors.sign(scope, 'ca-zyh2k9q0p-4m7k2x9a');
    for (let at = 0; at < cursor.length - 1; at += 1) {
      const altered = `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`;
      expect(cursors.read(scope, altered)).toBeUndefined();
    }
    for (const text of ['', '.', 'x', `${cursor}x`, cursor.slice(1)]) expect(cursors.read(scope, text)).toBeUndefined();
  });

  test('outlives the key that signed it until that leaves the ring', () => {
    const cursor = cursors.sign(scope, 'ca-1');
    expect(createListCursors([newKey(), ...ring]).read(scope, cursor)).toBe('ca-1');
    expect(createListCursors(ring.slice(1)).read(scope, cursor)).toBeUndefined();
  });
});
