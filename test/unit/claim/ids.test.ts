import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimIdPattern, fileIdPattern, newClaimId, newFileId } from '../../../src/domain/ids.ts';
import { runs } from '../../support/claims/runs.ts';

const zeros = (length: number) => new Uint8Array(length);
const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });

describe('Claim IDs', () => {
  test('sort newest first, whatever their random part', () => {
    fc.assert(
      fc.property(moments, moments, (a, b) => {
        fc.pre(a.getTime() !== b.getTime());
        const [older, newer] = a < b ? [a, b] : [b, a];
        expect(newClaimId(newer, randomBytes) < newClaimId(older, randomBytes)).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });

  test('have the documented form at any time, with letters and digits that cannot be taken for one another', () => {
    fc.assert(
      fc.property(moments, (at) => {
        const id = newClaimId(at, randomBytes);
        expect(id).toMatch(claimIdPattern);
        expect(id.slice(3)).not.toMatch(/[ilou]/);
      }),
      { numRuns: runs(200) },
    );
  });

  test('are different for ten thousand claims of one millisecond', () => {
    const at = new Date('2026-11-20T10:00:00Z');
    const ids = new Set(Array.from({ length: 10_000 }, () => newClaimId(at, randomBytes)));
    expect(ids.size).toBe(10_000);
  });

  test('are made of the time and the bytes given and nothing else', () => {
    const at = new Date('2026-11-20T10:00:00Z');
    expect(newClaimId(at, zeros)).toBe(newClaimId(at, zeros));
    expect(newClaimId(at, zeros)).toMatch(/-0{8}$/);
  });

  test.each(['ca-ZYH2K9Q0P-4m7k2x9a', 'ca-zyh2k9q0p-4m7k2x9', 'xca-zyh2k9q0p-4m7k2x9a', 'ca-zyh2k9q0p-4m7k2xia', ''])(
    'are not mistaken: %s is none',
    (text) => {
      expect(text).not.toMatch(claimIdPattern);
    },
  );
});

describe('File IDs', () => {
  test('have the documented form and do not repeat', () => {
    const ids = Array.from({ length: 1000 }, () => newFileId(randomBytes));
    for (const id of ids) expect(id).toMatch(fileIdPattern);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
