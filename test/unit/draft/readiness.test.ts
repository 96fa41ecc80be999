import { describe, expect, test, vi } from 'vitest';
import { docxProperty, docxText } from '../../../src/documents/docx-text.ts';
import { catalogueOf } from '../../../src/domain/catalogue/catalogue.ts';
import type { Claim, PoeFile } from '../../../src/domain/claim.ts';
import { readiness } from '../../../src/domain/draft/readiness.ts';
import { mentionsIn } from '../../../src/domain/proof/product-mentions.ts';
import { completeRecord, usualPolicy } from '../../support/claims/records.ts';
import { docx, plainZip, zip } from '../../support/proof/sample-files.ts';

const { products } = catalogueOf('2023-10');

describe('The products that a text names', () => {
  test.each<[string, string[]]>([
    ['We rolled out Power BI.', ['power-bi']],
    ['POWER\u00a0\n  bi', ['power-bi']],
    ['MyPower BI, Power BIs', []],
    ['当社はPower BIを導入しました。', ['power-bi']],
    ['Teams Phone only', ['teams-phone']],
    ['Teams Phone and Teams', ['teams', 'teams-phone']],
    ['Finance and Operations Bundle', ['finance-and-operations-f-o-bundle']],
    ['Customer Engagement (CE) Bundle', ['customer-engagement-ce-bundle']],
    ['', []],
  ])('of %j', (text, codes) => {
    expect(mentionsIn(text, products).toSorted()).toEqual(codes.toSorted());
  });

  test.each<[string, string[]]>([
    ['Azure Active Directory Premium and Microsoft Entra ID', ['azure-active-directory-premium']],
    ['Yammer', ['yammer']],
    ['Viva Engage', ['yammer']],
    ['Power Virtual Agents', ['power-virtual-agents']],
    ['Microsoft Copilot Studio', ['power-virtual-agents']],
    ['Dynamics 365 Marketing', ['dynamics-365-marketing']],
    ['Dynamics 365 Customer Insights - Journeys', ['dynamics-365-marketing']],
    ['Dynamics 365 Customer Insights', ['dynamics-365-customer-insights']],
  ])('are known by all of their names: %j', (text, codes) => {
    expect(mentionsIn(text, catalogueOf('2026-01').products)).toEqual(codes);
  });

  test('are found in half a megabyte within a moment', () => {
    const started = performance.now();
    mentionsIn('Dynamics 365 Teams '.repeat(27_000), products);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('The text of a Word document', () => {
  test('is read with words whole and paragraphs apart', () => {
    const xml = '<w:p><w:t>Pow</w:t></w:r><w:r><w:t>er BI &amp; more</w:t></w:p><w:p><w:t>next</w:t></w:p>';
    expect(docxText(zip({ 'word/document.xml': xml }))).toBe('Power BI & more\nnext\n');
    expect(docxText(docx)).toContain('Statement of work');
  });

  test.each<[string, Buffer]>([
    ['no archive', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['an archive without it', plainZip],
    ['half an archive', docx.subarray(0, docx.length / 2)],
    ['an archive whose directory lies', Buffer.concat([docx.subarray(0, -6), Buffer.from('ffffff7f0000', 'hex')])],
  ])('is unknown for %s', (_, archive) => {
    expect(docxText(archive)).toBeUndefined();
  });

  test('has each character once, however many are written as names', () => {
    const replace = vi.spyOn(String.prototype, 'replaceAll');
    const text = docxText(zip({ 'word/document.xml': `&amp;lt; &lt;&gt;&quot;&apos;&other;${'&amp;'.repeat(1000)}` }));
    const called = replace.mock.calls.filter(([, replacer]) => typeof replacer !== 'string');
    replace.mockRestore();
    expect(text).toBe(`&lt; <>"'&other;${'&'.repeat(1000)}`);
    // A function would be called for each: half a million of them stop the service for seconds.
    expect(called).toEqual([]);
  });

  test('takes no time to speak of when it is made to', () => {
    const started = performance.now();
    docxText(zip({ 'word/document.xml': '<w:br '.repeat(300_000) }));
    docxProperty(zip({ 'docProps/custom.xml': 'name="ClaimId"'.repeat(280_000) }), 'ClaimId');
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('Readiness', () => {
  const [file] = completeRecord().poe;
  const files = (...mentions: (string[] | undefined)[]): PoeFile[] =>
    mentions.flatMap((named) => (file ? [{ ...file, ...(named ? { mentions: named } : {}) }] : []));
  const states = (changes: Partial<Claim>): string[] =>
    readiness(completeRecord(changes), usualPolicy).map(({ state }) => state);

  test('misses everything without a file', () => {
    expect(states({ poe: [] })).toEqual(['missing', 'missing', 'missing', 'missing', 'missing']);
  });

  test.each([
    ['the template in which nobody wrote', { templateOf: completeRecord().id, blank: true as const }, 'Nobody wrote'],
    ['a file that could not be checked', { scan: 'failed' as const }, 'could not be checked'],
    ['a file with malware', { malwareFoundAt: '2026-11-20T10:00:00.000Z' }, 'Malware'],
  ])('misses everything as long as all there is is %s, whatever it names', (_, change, said) => {
    const poe = files(['power-bi']).map((one) => ({ ...one, ...change }));
    expect(states({ poe })).toEqual(['missing', 'missing', 'missing', 'missing', 'missing']);
    expect(readiness(completeRecord({ poe }), usualPolicy)[0]?.message).toContain(said);
    expect(states({ poe: [...poe, ...files(['power-bi'])] })).toEqual(['ok', 'check', 'check', 'check', 'ok']);
  });

  test('counts a file that is still being checked', () => {
    const poe = files(['power-bi']).map((one) => ({ ...one, scan: 'pending' as const }));
    expect(states({ poe })).toEqual(['ok', 'check', 'check', 'check', 'ok']);
  });

  test('leaves to the partner what only a person can see', () => {
    expect(states({})).toEqual(['ok', 'check', 'check', 'check', 'check']);
    const lines = readiness(completeRecord(), usualPolicy);
    expect(lines[2]?.message).toContain('12 months');
    expect(lines[4]?.message).toContain('Power BI');
  });

  test.each<[string, PoeFile[], string]>([
    ['ok when a file that was read names them all', files(undefined, ['power-bi', 'teams']), 'ok'],
    ['missing when all were read and none does', files([], ['teams']), 'missing'],
    ['to check when some file was not read', files([], undefined), 'check'],
  ])('finds the claimed products %s', (_, poe, state) => {
    expect(states({ poe })[4]).toBe(state);
  });

  test('names each product that is not named, once', () => {
    const claimed = [{ code: 'power-bi' }, { code: 'power-apps' }, { code: 'power-apps' }];
    expect(readiness(completeRecord({ products: claimed, poe: files(['power-bi']) }), usualPolicy)[4]?.message).toBe(
      'No file names Power Apps.',
    );
  });

  test('asks for products first when none is chosen', () => {
    expect(states({ products: [], poe: files([]) })[4]).toBe('check');
  });
});
