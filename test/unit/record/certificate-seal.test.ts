import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCertificateSeal } from '../../../src/identity/certificate-seal.ts';
import { createDecisionLinks } from '../../../src/identity/decision-links.ts';

const ring = [
  { kid: '2026-11 "new"', key: 'A'.repeat(43) },
  { kid: 'old', key: 'B'.repeat(43) },
];
const document = Buffer.from('%PDF-1.7\nbody\n%%EOF\n');

describe('The seal of a certificate', () => {
  const sealed = createCertificateSeal(ring).seal(document);

  test('is one line of comment behind the document, which stays as it is', () => {
    expect(sealed.subarray(0, document.length)).toEqual(document);
    expect(sealed.subarray(document.length).toString()).toMatch(/^%certificate-seal [\w-]+ [0-9a-f]{64}\n$/);
    // The same document gets the same seal.
    expect(createCertificateSeal(ring).seal(document)).toEqual(sealed);
  });

  test('holds with every key of the ring, and with no other', () => {
    expect(createCertificateSeal(ring).isGenuine(sealed)).toBe(true);
    expect(createCertificateSeal(ring.toReversed()).isGenuine(sealed)).toBe(true);
    expect(createCertificateSeal(ring.slice(1)).isGenuine(sealed)).toBe(false);
    expect(createCertificateSeal([{ kid: ring[0]?.kid ?? '', key: 'C'.repeat(43) }]).isGenuine(sealed)).toBe(false);
  });

  test('breaks with any byte that is changed, added or taken away', () => {
    const { isGenuine } = createCertificateSeal(ring);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(isGenuine(changed)).toBe(false);
        expect(isGenuine(Buffer.concat([sealed.subarray(0, at), sealed.subarray(at + 1)]))).toBe(false);
        expect(isGenuine(Buffer.concat([sealed.subarray(0, at), Buffer.of(by), sealed.subarray(at)]))).toBe(false);
      }),
    );
    expect(isGenuine(Buffer.concat([sealed, Buffer.from('\n')]))).toBe(false);
    expect(isGenuine(new Uint8Array())).toBe(false);
  });

  test('is not made by what signs decision links, though the key ring is the same', async () => {
    const links = createDecisionLinks({
      keys: ring,
      publicUrl: 'https://x.example',
      lifetimeDays: 1,
      receiptLinkDays: 1,
    });
    const facts = { partnerId: crypto.randomUUID(), claimId: 'ca-zyh2k9q0p-4m7k2x9a', version: 1 };
    const { href } = await links.linkFor({ ...facts, issuedAt: '2026-11-20T10:00:00.000Z', purpose: 'decide' });
    const mac = Buffer.from(href.split('.').at(-1) ?? '', 'base64url').toString('hex');
    const line = `%certificate-seal ${Buffer.from(ring[0]?.kid ?? '').toString('base64url')} ${mac}\n`;
    expect(createCertificateSeal(ring).isGenuine(Buffer.from(`${href.slice(href.lastIndexOf('/') + 1)}${line}`))).toBe(
      false,
    );
  });
});
