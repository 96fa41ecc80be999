import { describe, expect, test } from 'vitest';
import { domainName, email } from '../../../src/lib/address-fields.ts';
import { line } from '../../../src/lib/fields.ts';
import { shownAddress, shownDomain } from '../../../src/lib/hosts/idn.ts';
import { parse } from '../../../src/lib/parse.ts';

describe('An e-mail address is taken', () => {
  test.each([
    ['as it is', 'dana@contoso.com', 'dana@contoso.com'],
    ['with blanks around', ' \u00a0dana@contoso.com\t\n', 'dana@contoso.com'],
    ['with a zero-width blank', 'dana@contoso.com\u200b', 'dana@contoso.com'],
    ['with the name of its owner', 'Dana Müller <dana@contoso.com>', 'dana@contoso.com'],
    ['with a quoted name that holds a comma', '"Müller, Dana" <dana@contoso.com>;', 'dana@contoso.com'],
    ['in angle brackets', '<dana@contoso.com>', 'dana@contoso.com'],
    ['in quotes', "'dana@contoso.com'", 'dana@contoso.com'],
    ['as a mailto: link', 'mailto:dana@contoso.com', 'dana@contoso.com'],
    ['as a mailto: link with a subject', 'MAILTO:dana@contoso.com?subject=a@b', 'dana@contoso.com'],
    ['with the dot of the root', 'dana@contoso.com.', 'dana@contoso.com'],
    ['at the end of a sentence', 'dana@contoso.com,', 'dana@contoso.com'],
    ['with a domain in capitals', 'Dana.Lee@CONTOSO.Com', 'Dana.Lee@contoso.com'],
    ['in full width', 'ｄａｎａ＠ｃｏｎｔｏｓｏ．ｃｏｍ', 'dana@contoso.com'],
    ['at an international domain', 'dana@Bücher.example', 'dana@xn--bcher-kva.example'],
    ['at an international top-level domain', 'dana@почта.рф', 'dana@xn--80a1acny.xn--p1ai'],
    ['at one in Punycode', 'dana@xn--80a1acny.xn--p1ai', 'dana@xn--80a1acny.xn--p1ai'],
    ['with plus, underscore, hyphen and apostrophe', "o'dana_x-y+tag@contoso.com", "o'dana_x-y+tag@contoso.com"],
  ])('%s', (_, given, stored) => {
    expect(parse(email, given)).toBe(stored);
    expect(parse(email, stored), 'what is stored is taken again').toBe(stored);
  });
});

describe('An e-mail address is refused', () => {
  test.each([
    ['dana', 'invalid-email', 'It has no @.'],
    ['@contoso.com', 'invalid-email', 'Nothing stands before the @.'],
    ['dana@', 'invalid-email', 'is not a domain name.'],
    ['dana@contoso', 'invalid-email', "'contoso' is not a domain name."],
    ['a@contoso.com, b@contoso.com', 'invalid-email', 'Give one address: it has more than one @.'],
    ['dana@contoso.com\r\nBcc: x@y.com', 'invalid-email', 'Give one address: it has more than one @.'],
    ['dana lee@contoso.com', 'invalid-email', 'It must not hold a blank.'],
    ['da(na)x@contoso.com', 'invalid-email', "It must not hold '('."],
    ['dana..lee@contoso.com', 'invalid-email', 'A dot before the @ stands between other characters.'],
    [`${'x'.repeat(65)}@contoso.com`, 'invalid-email', 'At most 64 characters stand before the @.'],
    ['a&b@contoso.com', 'unsendable-email', "with '&' before the @"],
    ['a/b@contoso.com', 'unsendable-email', "with '/' before the @"],
    ['a%b@contoso.com', 'unsendable-email', "with '%' before the @"],
    ['a=b@contoso.com', 'unsendable-email', "with '=' before the @"],
    ['!x@contoso.com', 'unsendable-email', "with '!' before the @"],
    ["dana'@contoso.com", 'unsendable-email', "with ''' before the @"],
    ['jörg@contoso.com', 'unsendable-email', "with 'ö' before the @"],
  ])('%s: %s', (given, code, words) => {
    expect(parse(email, given)).toMatchObject({ code, detail: expect.stringContaining(words) });
  });
});

describe('A domain is taken', () => {
  test.each([
    ['as it is', 'contoso.com', 'contoso.com'],
    ['in capitals with blanks', '  Contoso.COM ', 'contoso.com'],
    ['out of a web address', 'https://www.contoso.com/', 'contoso.com'],
    ['out of a web address with port, path and query', 'http://contoso.com:8080/a/b?c=d#e', 'contoso.com'],
    ['out of an address without a scheme', 'contoso.com/about', 'contoso.com'],
    ['out of an e-mail address', 'user@contoso.com', 'contoso.com'],
    ['out of a mailto: link', 'mailto:user@contoso.com', 'contoso.com'],
    ['out of angle brackets', '<https://contoso.com>', 'contoso.com'],
    ['behind an @', '@contoso.com', 'contoso.com'],
    ['with the dot of the root', 'contoso.com.', 'contoso.com'],
    ['with www.', 'www.contoso.com', 'contoso.com'],
    ['with a host name', 'mail.contoso.com', 'mail.contoso.com'],
    ['whose own name is www', 'www.com', 'www.com'],
    ['in full width', 'ｃｏｎｔｏｓｏ。ｃｏｍ', 'contoso.com'],
    ['in letters of its language', 'https://bücher.example/', 'xn--bcher-kva.example'],
    ['of a national cloud', 'contoso.onmicrosoft.us', 'contoso.onmicrosoft.us'],
  ])('%s', (_, given, stored) => {
    expect(parse(domainName, given)).toBe(stored);
    expect(parse(domainName, stored), 'what is stored is taken again').toBe(stored);
  });
});

describe('A domain is refused', () => {
  test.each([
    ['contoso', 'Must be a domain name such as contoso.com.'],
    ['con toso.com', 'It must not hold a blank.'],
    ['con\ttoso.com', 'It must not hold a blank.'],
    ['contoso_x.com', "It must not hold '_'."],
    ['contoso.com\\x', "It must not hold '\\'."],
    ['%63ontoso.com', "It must not hold '%'."],
    ['127.0.0.1', 'Must be a domain name'],
    ['0x7f.1', 'Must be a domain name'],
    ['http://[::1]/', 'Must be a domain name'],
    ['../contoso.com', 'Must be a domain name'],
    ['-contoso.com', 'Must be a domain name'],
    ['contoso..com', 'Must be a domain name'],
    [`${'x'.repeat(64)}.com`, 'Must be a domain name'],
  ])('%j', (given, words) => {
    expect(parse(domainName, given)).toMatchObject({ code: 'invalid-domain', detail: expect.stringContaining(words) });
  });
});

describe('People are shown', () => {
  test.each([
    ['xn--bcher-kva.example', 'bücher.example'],
    ['xn--80a1acny.xn--p1ai', 'почта.рф'],
    ['contoso.com', 'contoso.com'],
    // Cyrillic `а` among Latin letters.
    ['xn--pple-43d.com', 'xn--pple-43d.com'],
    // No letters at all.
    ['xn--0.com', 'xn--0.com'],
  ])('%s as %s', (stored, shown) => {
    expect(shownDomain(stored)).toBe(shown);
    expect(shownAddress(`dana@${stored}`)).toBe(`dana@${shown}`);
  });
});

describe('What is far too long is refused before it is cleaned or searched, which takes time that grows with its length:', () => {
  test.each([
    ['an e-mail address', email, `a${'"'.repeat(20_000)}a`],
    ['a domain', domainName, '"'.repeat(40_000)],
    ['a line', line(100), '\ufdfa'.repeat(8000)],
  ])('%s', (_what, schema, text) => {
    const refused = parse(schema, text);
    expect(refused).toMatchObject({ code: 'too-long', errors: [{ code: 'too-long' }] });
  });
});
