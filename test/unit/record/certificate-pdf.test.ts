import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFonts } from '../../../local/build-fonts.ts';
import { factsIn } from '../../../src/documents/certificate/certificate-facts.ts';
import { certificatePdf } from '../../../src/documents/certificate/certificate-pdf.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { type Language, languages } from '../../../src/domain/language.ts';
import { type CertificateFacts, certifiedOutcome } from '../../../src/domain/record/certificate.ts';
import { verifyHistory } from '../../../src/domain/record/verification.ts';
import { certificateWordsIn } from '../../../src/words/certificate/certificate-words.ts';
import { decidedWithHistory } from '../../support/claims/certified.ts';
import { pdfText } from '../../support/text/pdf-text.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonts-'));
  await buildFonts(fileURLToPath(new URL('../../..', import.meta.url)), folder);
});
afterAll(() => rm(folder, { recursive: true }));

const certify = async (language: Language, changes: Partial<Claim> = {}) => {
  const { claim, entries } = decidedWithHistory(changes);
  const outcome = certifiedOutcome(claim);
  if (outcome === undefined) throw new Error('Not decided.');
  const facts: CertificateFacts = {
    claimId: claim.id,
    partnerId: claim.partnerId,
    partnerName: claim.partnerName,
    customerName: 'Contoso (facts)',
    outcome,
    asOf: claim.updatedAt,
    entries: entries.length,
    headHash: claim.history.hash,
  };
  const verification = verifyHistory(claim, entries);
  const address = 'https://claims.example/certificates';
  const fonts = pathToFileURL(`${join(folder, 'fonts')}/`);
  const service = { name: 'Claims Service', operator: 'Contoso Programs' };
  const pdf = await certificatePdf({ claim, outcome, verification, language, address, service }, { facts, fonts });
  return { claim, facts, verification, pdf, text: pdfText(pdf) };
};

describe.each(languages)('In %s, a certificate', (language) => {
  test('says who, what, when and by which hashes, and where to verify it', async () => {
    const { claim, verification, text } = await certify(language);
    const words = certificateWordsIn(language);
    for (const said of [
      words.title,
      'Claims Service',
      'Contoso Programs',
      words.outcomes.approved,
      claim.id,
      'Northwind Partners',
      'Contoso',
      'contoso.example',
      claim.customer.directoryId,
      'Power BI',
      'Dana Customer, IT Director, dana@contoso.example',
      'Avery Howard, avery@northwind.example',
      'statement.txt',
      'ab'.repeat(20),
      verification.submission?.sha256 ?? 'no submission',
      claim.submission?.salt ?? 'no salt',
      claim.history.hash,
      words.page(1, 1),
    ]) {
      expect(text.replaceAll('\n', '')).toContain(said);
    }
    expect(text).not.toMatch(/undefined|\[object|\[U\+/);
  });
});

describe('A certificate', () => {
  test('the same state of a claim gives the same bytes; another one gives others', async () => {
    const [one, other] = [await certify('de'), await certify('de')];
    expect(one.pdf.equals(other.pdf)).toBe(true);
    const later = await certify('de', { updatedAt: '2026-12-01T00:00:00.000Z' });
    expect(one.pdf.equals(later.pdf)).toBe(false);
  });

  test.each([
    ['Japanese', '髙﨑 太郎'],
    ['Chinese', '张伟'],
    ['Korean', '김민수'],
    ['Cyrillic', 'Наталья Щукина'],
    ['Greek', 'Ελένη Παπαδοπούλου'],
    ['Vietnamese', 'Nguyễn Thị Ánh'],
    ['Polish', 'Łukasz Żółć'],
    ['Thai', 'สมชาย'],
    ['Georgian', 'ნინო'],
    ['Armenian', 'Արամ'],
  ])('a name in %s is read in it as it is written', async (_script, name) => {
    const { text } = await certify('en', { customerContact: { name, title: 'CEO', email: 'x@contoso.example' } });
    expect(text.normalize('NFC')).toContain(`${name.normalize('NFC')}, CEO, x@contoso.example`);
  });

  test('words from right to left stand in that order; a character that no font has is written as its code', async () => {
    const { text } = await certify('en', {
      customerContact: { name: 'שלום עולם', title: 'Head of 😀', email: 'x@contoso.example' },
    });
    // Read off from left to right: the last letter of the last word comes first.
    expect(text).toContain(`${[...'שלום עולם'].toReversed().join('')}, Head of [U+1F600]`);
  });

  test('a hash that does not fit into a line is broken into two halves', async () => {
    const file = decidedWithHistory().claim.poe[0];
    if (file === undefined) throw new Error('No file.');
    const poe = [{ ...file, fileName: 'a.txt', sha256: 'd'.repeat(64) }];
    const { text } = await certify('en', { poe, submission: { files: 1, salt: '00' } });
    expect(text.split('\n').filter((line) => /^d+$/.test(line))).toEqual(['d'.repeat(32), 'd'.repeat(32)]);
  });

  test('what is long goes on over pages, and every page says which it is', async () => {
    const file = decidedWithHistory().claim.poe[0];
    if (file === undefined) throw new Error('No file.');
    const poe = Array.from({ length: 60 }, (_, at) => ({ ...file, fileName: `${'long '.repeat(20)}${at}.txt` }));
    const { text } = await certify('en', { poe, submission: { files: 60, salt: '00' } });
    const [, count] = /Page 1 of (\d+)/.exec(text) ?? [];
    expect(Number(count)).toBeGreaterThan(3);
    for (let page = 1; page <= Number(count); page += 1) expect(text).toContain(`Page ${page} of ${count}`);
    expect(text).toContain('59.txt');
  });

  test('an ended one says who ended it; one without people says so; nothing says who came after', async () => {
    const ended = { status: 'ended', endedBy: 'customer', endedAt: '2026-12-01T08:00:00.000Z' } as const;
    const { text } = await certify('en', { ...ended, supersededBy: 'Fabrikam Secret' });
    expect(text).toContain('Approved, and ended since');
    expect(text).toContain('By the customer');
    expect(text).not.toContain('Fabrikam');
    const erased = await certify('en', { contactErasedAt: '2026-12-02T00:00:00.000Z', submission: { files: 1 } });
    expect(erased.text).toContain('People at the customer were erased');
    expect(erased.text).not.toContain('Salt');
  });

  test('the service finds its facts in it again, whatever names are in it', async () => {
    const partnerName = '(certificate-facts.eyJ9) 株式会社';
    const { pdf, facts } = await certify('en', { partnerName });
    expect(factsIn(pdf)).toEqual(facts);
    expect(() => factsIn(Buffer.from('%PDF-1.7'))).toThrow();
  });
});
