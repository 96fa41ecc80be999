import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../../src/domain/catalogue/catalogue.ts';
import { mentionsIn } from '../../../src/domain/proof/product-mentions.ts';
import { inspect } from '../../support/proof/inspect.ts';
import { pdf, png, rtf } from '../../support/proof/sample-files.ts';

const german = 'Kundenbestätigung; Müller, Größe – 50 €\r\nPower BI; unterschrieben\r\n';
const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
/** Bytes as programs of that country save them, which no library here can write. */
const windows1252 = Buffer.from(
  german.replace(/[–€]/g, (character) => (character === '€' ? '\x80' : '\x96')),
  'latin1',
);
// "データPower BIを導入", "顧客Power BI的部署".
const shiftJis = Buffer.concat([
  Buffer.from('8366815b835e', 'hex'),
  Buffer.from('Power BI'),
  Buffer.from('82f093b193fc', 'hex'),
]);
const gb18030 = Buffer.concat([
  Buffer.from('b9cbbfcd', 'hex'),
  Buffer.from('Power BI'),
  Buffer.from('b5c4b2bfcaf0', 'hex'),
]);

describe('Text is taken in the encoding that its program wrote, and declared only as far as its bytes tell:', () => {
  test.each([
    ['UTF-8', 'txt', german, 'text/plain; charset=utf-8'],
    ['UTF-8 with a mark', 'csv', `\ufeff${german}`, 'text/csv; charset=utf-8'],
    ['UTF-16 of Windows', 'csv', Buffer.from(`\ufeff${german}`, 'utf16le'), 'text/csv; charset=utf-16'],
    ['UTF-16 of networks', 'txt', bigEndian(`\ufeff${german}`), 'text/plain; charset=utf-16'],
    ['Windows-1252', 'txt', windows1252, 'text/plain'],
    ['Windows-1252', 'csv', windows1252, 'text/csv'],
    ['Windows-1252', 'eml', windows1252, 'message/rfc822'],
    ['Shift-JIS', 'txt', shiftJis, 'text/plain'],
    ['GB 18030', 'csv', gb18030, 'text/csv'],
    [
      'Windows-1252 with a page break and the end of an old file',
      'txt',
      Buffer.from('Power BI \xfc\f\x1a', 'latin1'),
      'text/plain',
    ],
  ])('%s, %s', async (_, extension, content, contentType) => {
    const inspection = await inspect(extension, content, 5);
    expect(inspection).toMatchObject({ contentType });
    const text = 'text' in inspection ? inspection.text : undefined;
    expect(mentionsIn(text ?? '', catalogueOf('2023-10').products)).toEqual(['power-bi']);
  });

  test('an umlaut far behind what is known at first', async () => {
    const content = Buffer.concat([Buffer.alloc(600_000, 'Power BI '), Buffer.from('Größe', 'latin1')]);
    expect(await inspect('txt', content)).toMatchObject({ contentType: 'text/plain' });
  });
});

describe('What is no text is refused with words that say what to do:', () => {
  test.each([
    ['a picture', 'txt', png, /not text\. Save the file as UTF-8/],
    ['a zero byte', 'csv', 'a\0b', /not text/],
    ['UTF-16 without its mark', 'txt', Buffer.from(german, 'utf16le'), /Save the file as UTF-8/],
    ['control characters in an unknown encoding', 'txt', Buffer.from('\x01\x02 M\xfcller', 'latin1'), /not text/],
    ['the mark of UTF-16 before something else', 'txt', Buffer.from('fffe00d800d80000', 'hex'), /not text/],
    ['UTF-16 cut in a character', 'txt', Buffer.from(`\ufeff${german}`, 'utf16le').subarray(0, -1), /not text/],
    ['a PDF', 'txt', pdf, /that of a \.pdf file\. Rename/],
    ['rich text', 'eml', rtf, /that of a \.rtf file\. Rename/],
  ])('%s', async (_, extension, content, words) => {
    expect(await inspect(extension, content)).toEqual({
      code: 'poe-type-mismatch',
      detail: expect.stringMatching(words),
    });
  });
});
