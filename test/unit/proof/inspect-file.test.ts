import { describe, expect, test } from 'vitest';
import { inspect } from '../../support/proof/inspect.ts';
import { exe, lateTiff, pdf, pictureHeads, plainZip, png, rtf } from '../../support/proof/sample-files.ts';

const behind = (before: string | Buffer): Buffer => Buffer.concat([Buffer.from(before), pdf]);

describe('A PDF is one whose mark begins within the first 1,024 bytes, as readers take it:', () => {
  test.each([
    ['nothing before it', ''],
    ['a blank line', '\r\n\r\n'],
    ['a byte-order mark', '\ufeff'],
    ['the header of a print job', '\x1b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n'],
    ['a mail header', 'Content-Type: application/pdf; name=order.pdf\r\n\r\n'],
    ['900 bytes of rubbish', '-'.repeat(900)],
    ['1,023 bytes', ' '.repeat(1023)],
  ])('%s', async (_, before) => {
    expect(await inspect('pdf', behind(before))).toMatchObject({ contentType: 'application/pdf' });
    expect(await inspect('pdf', behind(before), 7)).toMatchObject({ contentType: 'application/pdf' });
  });

  test.each([
    ['1,024 bytes before it', behind(' '.repeat(1024)), /more than the 1024 .* save or print it as PDF again/],
    ['no mark', 'Not a PDF.', /something else, or damaged.* save it again as \.pdf/],
    ['a picture', png, /that of a \.png file\. Rename the file/],
    ['a program with the mark inside', Buffer.concat([exe, pdf]), /that of a \.exe file, which is not accepted/],
  ])('refused with words that say so: %s', async (_, content, words) => {
    expect(await inspect('pdf', content)).toEqual({ code: 'poe-type-mismatch', detail: expect.stringMatching(words) });
  });
});

describe('A picture is taken as what it is, under the name of any picture:', () => {
  test.each([
    ['heic', 'heic', pictureHeads.heic, 'image/heic'],
    ['heif', 'heif', pictureHeads.heif, 'image/heif'],
    ['avif', 'avif', pictureHeads.avif, 'image/avif'],
    ['webp', 'webp', pictureHeads.webp, 'image/webp'],
    ['bmp', 'bmp', pictureHeads.bmp, 'image/bmp'],
    ['jfif', 'jfif', pictureHeads.jpg, 'image/jpeg'],
    ['an animated png', 'png', pictureHeads.apng, 'image/png'],
    ['tif', 'tif', pictureHeads.tif, 'image/tiff'],
    ['a tiff with its directory at the end', 'tiff', lateTiff, 'image/tiff'],
    ['a jpg named png', 'png', pictureHeads.jpg, 'image/jpeg'],
    ['a heic named jpg', 'jpg', pictureHeads.heic, 'image/heic'],
    ['a png named heic', 'heic', png, 'image/png'],
  ])('%s', async (_, extension, content, contentType) => {
    expect(await inspect(extension, content)).toMatchObject({ contentType });
  });

  test.each([
    ['a video named picture', 'heic', Buffer.from('\0\0\0\x18ftypqt  \0\0\0\0qt  \0\0\0\0')],
    ['two letters that a bitmap begins with', 'bmp', 'BMW: statement of work, signed by both'],
    ['a PDF named picture', 'jpg', pdf],
    ['an archive named picture', 'png', plainZip],
  ])('but not %s', async (_, extension, content) => {
    expect(await inspect(extension, content)).toMatchObject({ code: 'poe-type-mismatch' });
  });
});

describe('A document that another program saved under a usual name is recorded as what it is:', () => {
  test.each([
    ['rich text named rtf', 'rtf', rtf, 'application/rtf'],
    ['rich text named doc, as Word saves it', 'doc', rtf, 'application/rtf'],
  ])('%s', async (_, extension, content, contentType) => {
    expect(await inspect(extension, content)).toMatchObject({ contentType });
  });
});

describe('A size that cannot be taken is refused with words that say what to do:', () => {
  test.each([
    ['nothing', '', 'poe-empty', /^The file is empty\. Open the original, save it again/],
    [
      'too much',
      'x'.repeat(1_572_865),
      'poe-too-large',
      /^A file has at most 1\.5 MiB \(1572864 bytes\)\. Upload a smaller/,
    ],
  ])('%s', async (_, content, code, words) => {
    expect(await inspect('txt', content, 64 * 1024, 1_572_864)).toEqual({ code, detail: expect.stringMatching(words) });
  });
});
