import { describe, expect, test } from 'vitest';
import { productsNamed, searchWords, textSearch } from '../../../src/domain/view/search-words.ts';

const claim = (name: string, domain = 'contoso.example', customer?: string) => ({
  id: 'ca-zyh2k9q0p-4m7k2x9a',
  name,
  customer: { domain, ...(customer ? { name: customer } : {}) },
});

describe('The words that a claim is found by', () => {
  test('are those of domain, customer and name, each once, without the last label of the domain', () => {
    expect(searchWords(claim('Contoso roll-out', 'sales.contoso.co.uk', 'Contoso Ltd'))).toEqual([
      'sales',
      'contoso',
      'ltd',
      'roll',
      'out',
    ]);
  });

  test('leave out what another word begins with', () => {
    expect(searchWords(claim('Roll rollout'))).toEqual(['contoso', 'rollout']);
  });

  test('are eight at most, and bounded in length', () => {
    const words = searchWords(claim(`${'x'.repeat(90)} a1 b2 c3 d4 e5 f6 g7 h8 i9`));
    expect(words).toEqual(['contoso', 'x'.repeat(40), 'a1', 'b2', 'c3', 'd4', 'e5', 'f6']);
  });

  test('have no accents and no capitals; other scripts stay', () => {
    expect(searchWords(claim('Müller ÉCOLE Ⅻ 日本 Łódź', 'x1.example'))).toEqual([
      'x1',
      'muller',
      'ecole',
      'xii',
      '日本',
      'lodz',
    ]);
  });
});

describe('A text search by product', () => {
  const productCodes = ['yammer', 'azure-active-directory-premium'];
  test.each([
    ['yammer', true],
    ['viva engage', true],
    ['Entra', true],
    ['azure active', true],
    ['contoso viva', true],
    ['engage nothing', false],
    ['ammer', false],
    ['copilot', false],
  ])('%s finds it: %s', (text, expected) => {
    expect(textSearch(text).matches({ ...claim('Roll-out'), productCodes })).toBe(expected);
    expect(textSearch(text).matches(claim('Roll-out'))).toBe(false);
  });

  test('asks storage for the products that a word names', () => {
    expect(productsNamed('yam')).toEqual(['yammer']);
    expect(productsNamed('entra')).toEqual(['azure-active-directory-premium']);
    expect(productsNamed('virtual')).toEqual(['power-virtual-agents']);
    expect(productsNamed('nothing')).toEqual([]);
  });
});

describe('A text search', () => {
  test.each([
    ['conto', true],
    ['CONTOSO.EX', true],
    ['contoso.org', false],
    ['emea', true],
    ['emea.contoso', true],
    ['mea', false],
    ['v2.5', true],
    ['v2.6', false],
    ['muller roll', true],
    ['muller contoso nothing', false],
    ['roll-out', true],
    ['---', false],
    ['ca-zyh2k9q0p-4m7k2x9a', true],
    ['CA-ZYH2K9Q0P-4M7K2X9A', true],
    ['ca-zyh2k9q0p-4m7k2x9b', false],
  ])('%s finds it: %s', (text, expected) => {
    expect(textSearch(text).matches(claim('v2.5 roll-out', 'emea.contoso.example', 'Müller'))).toBe(expected);
  });

  test('asks storage for no more than what the claims that match have as words', () => {
    const found = claim('v2.5 roll-out', 'emea.contoso.example', 'Müller');
    for (const text of ['contoso.exa', 'emea.contoso.example', 'v2.5', 'roll-out', 'MÜLL', '.contoso', 'contoso.']) {
      const { words, matches } = textSearch(text);
      if (!matches(found)) continue;
      expect(words.length).toBeGreaterThan(0);
      for (const word of words) expect(searchWords(found).some((known) => known.startsWith(word))).toBe(true);
    }
  });
});

describe('A search finds words as people type them', () => {
  const japanese = claim('東京本社のクラウド移行支援', 'x1.example');
  const thai = claim('โครงการย้ายระบบคลาวด์', 'x1.example');
  const chinese = claim('北京公司云计算迁移项目', 'x1.example');
  test.each<[string, ReturnType<typeof claim>, string[]]>([
    ['without the strokes of Polish', claim('Łódź'), ['Lodz', 'łódź', 'LODZ']],
    ['without sharp s', claim('Hauptstraße'), ['hauptstrasse', 'Hauptstraße', 'HAUPTSTRASSE']],
    [
      'without the dots of Turkish, or with them',
      claim('IŞIK İstanbul ışık'),
      ['isik', 'ışık', 'istanbul', 'İSTANBUL'],
    ],
    ['without Nordic letters', claim('Øresund Ærø þing'), ['oresund', 'aero', 'thing', 'Øresund']],
    ['in full and half width', claim('ＡＢＣ ﾌﾟﾛｼﾞｪｸﾄ'), ['abc', 'ａｂｃ', 'プロジェクト', 'ﾌﾟﾛｼﾞｪｸﾄ']],
    ['with the final sigma of Greek', claim('ΟΔΟΣ'), ['οδος', 'οδοσ']],
    ['inside Japanese', japanese, ['東京', '本社', 'クラウド', '移行', '移行支援', 'クラウド移行', '支援 東京']],
    ['inside Thai', thai, ['โครงการ', 'ระบบ', 'คลาวด์']],
    ['inside Chinese', chinese, ['北京', '公司', '迁移', '项目', '迁移项目']],
    ['where Latin meets Japanese', claim('Azure移行'), ['azure', '移行', 'azure移行']],
    ['in the domain', claim('x', 'xn--bcher-kva.example'), ['bücher', 'bucher', 'bücher.ex', 'xn--bcher-kva.example']],
  ])('%s', (_, found, texts) => {
    for (const text of texts) {
      const { words, matches } = textSearch(text);
      expect(matches(found), text).toBe(true);
      for (const word of words) {
        expect(
          searchWords(found).some((known) => known.startsWith(word)),
          `${text}: ${word}`,
        ).toBe(true);
      }
    }
  });

  test.each([
    ['Lodz', claim('Loden')],
    ['京本', claim('東京本社')],
    ['の', claim('東京のクラウド')],
  ])('and %s finds nothing else', (text, other) => {
    expect(textSearch(text).matches(other)).toBe(false);
  });
});
