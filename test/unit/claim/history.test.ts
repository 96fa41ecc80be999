import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/domain/canonical-json.ts';
import {
  appendHistory,
  emptyHistory,
  firstBrokenEntry,
  type HistoryEntry,
  type NewHistoryEntry,
} from '../../../src/domain/history.ts';
import { recomputedHashes } from '../../support/claims/history-chain.ts';
import { runs } from '../../support/claims/runs.ts';

const entry = (event: string): NewHistoryEntry => ({
  actor: { kind: 'partner', name: 'Avery Howard' },
  event,
  from: 'draft',
  to: 'draft',
  detail: { changed: ['name'], note: 'Zoë' },
});

const chain = (length: number) => {
  const names = Array.from({ length }, (_, index) => entry(`event-${index + 1}`));
  return appendHistory(emptyHistory, names, '2026-11-20T10:00:00.000Z');
};

const swapped = (entries: HistoryEntry[], a: number, b: number): HistoryEntry[] =>
  entries.map((kept, index) => (index === a ? entries[b] : index === b ? entries[a] : undefined) ?? kept);

describe('A claim’s history', () => {
  test('is whole when no one touched it, however it was appended', () => {
    const first = appendHistory(emptyHistory, [entry('created')], '2026-11-20T10:00:00.000Z');
    const second = appendHistory(first.head, [entry('edited'), entry('submitted')], '2026-11-21T10:00:00.000Z');
    const entries = [...first.entries, ...second.entries];
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(second.head).toEqual({ length: 3, hash: entries[2]?.hash });
    expect(firstBrokenEntry(entries, second.head)).toBeUndefined();
    expect(firstBrokenEntry([], emptyHistory)).toBeUndefined();
  });

  test('has the hashes that its readers are told to expect: each covers the one before', () => {
    const { entries } = chain(3);
    expect(entries.map(({ hash }) => hash)).toEqual(recomputedHashes(entries));
  });

  test('survives storage as JSON, with keys in any order', () => {
    const { entries, head } = chain(3);
    const stored = entries.map(
      (kept) => JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(kept).reverse()))) as HistoryEntry,
    );
    expect(firstBrokenEntry(stored, head)).toBeUndefined();
  });

  test.each<[string, Partial<HistoryEntry>]>([
    ['who', { actor: { kind: 'partner', name: 'Somebody Else' } }],
    ['what', { event: 'approved' }],
    ['when', { at: '2026-11-20T10:00:01.000Z' }],
    ['from which status', { from: 'submitted' }],
    ['to which status', { to: 'approved' }],
    ['the detail', { detail: { changed: ['name'], note: 'Zoe' } }],
    ['the hash', { hash: '0'.repeat(64) }],
  ])('names the entry in which %s was changed', (_, change) => {
    const { entries, head } = chain(5);
    for (const target of [0, 2, 4]) {
      const tampered = entries.map((kept, index) => (index === target ? { ...kept, ...change } : kept));
      expect(firstBrokenEntry(tampered, head)).toBe(target + 1);
    }
  });

  test('names the entry after the one that was changed and hashed again', () => {
    const { entries, head } = chain(4);
    const [, second] = entries;
    const before = entries[0]?.hash ?? '';
    const forged = appendHistory({ length: 1, hash: before }, [entry('forged')], second?.at ?? '').entries;
    expect(firstBrokenEntry([...entries.slice(0, 1), ...forged, ...entries.slice(2)], head)).toBe(3);
  });

  test('names the gap when an entry was dropped', () => {
    const { entries, head } = chain(5);
    for (const dropped of [0, 2, 3]) {
      expect(firstBrokenEntry(entries.toSpliced(dropped, 1), head)).toBe(dropped + 1);
    }
  });

  test('names the first missing entry when the end was cut off', () => {
    const { entries, head } = chain(5);
    expect(firstBrokenEntry(entries.slice(0, 3), head)).toBe(4);
    expect(firstBrokenEntry([], head)).toBe(1);
  });

  test('names the first entry that the head does not know', () => {
    const { entries } = chain(5);
    expect(firstBrokenEntry(entries, chain(3).head)).toBe(6);
  });

  test('does not fit its head when it was written again from the first entry to the last', () => {
    const { head } = chain(3);
    const forged = appendHistory(emptyHistory, [entry('a'), entry('b'), entry('c')], '2026-11-20T10:00:00.000Z');
    expect(firstBrokenEntry(forged.entries, head)).toBe(4);
    expect(firstBrokenEntry(forged.entries, { ...forged.head, length: 2 })).toBe(4);
  });

  test('begins with entry 1, whatever the hashes say', () => {
    const late = appendHistory({ length: 1, hash: '' }, [entry('second')], '2026-11-20T10:00:00.000Z');
    expect(firstBrokenEntry(late.entries, { ...late.head, length: 1 })).toBe(1);
  });

  test('names the earlier of two entries that changed places', () => {
    const { entries, head } = chain(5);
    expect(firstBrokenEntry(swapped(entries, 1, 3), head)).toBe(2);
  });
});

describe('Canonical JSON', () => {
  test('gives equal values equal bytes, in whatever order their keys were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: runs(200) },
    );
  });

  test('sorts keys at every depth by code unit and keeps the order of lists', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }, 'x'], a: null, B: { é: 1, z: 2 } })).toBe(
      '{"B":{"z":2,"é":1},"a":null,"b":[{"c":2,"d":1},"x"]}',
    );
  });

  test('sorts keys that look like numbers as the text that they are', () => {
    expect(canonicalJson({ 6: 'a', 10: 'b', x: { 2: 1, 11: 2 } })).toBe('{"10":"b","6":"a","x":{"11":2,"2":1}}');
  });

  test('leaves out what JSON leaves out', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }));
  });
});
