import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { domainName, email } from '../../../src/lib/address-fields.ts';
import { codeList, guid, line, mpnId, paragraph } from '../../../src/lib/fields.ts';
import { parse } from '../../../src/lib/parse.ts';
import { Problem } from '../../../src/lib/result.ts';

const shape = z.strictObject({
  name: line(10),
  text: paragraph(20).optional(),
  id: guid.optional(),
  domain: domainName.optional(),
  mail: email.optional(),
  location: mpnId.optional(),
  codes: codeList(2).optional(),
  kind: z.enum(['a', 'b']).optional(),
  inner: z.strictObject({ list: z.array(z.strictObject({ code: line(5) })) }).optional(),
});

const refused = (input: unknown): Problem => {
  const outcome = parse(shape, input);
  if (!(outcome instanceof Problem)) throw new Error('The input was accepted.');
  return outcome;
};

describe('A request body', () => {
  test.each<[string, unknown, string, string]>([
    ['a missing field', {}, 'name', 'required'],
    ['a field of another type', { name: 5 }, 'name', 'wrong-type'],
    ['null', { name: null }, 'name', 'wrong-type'],
    ['a long text', { name: 'x'.repeat(11) }, 'name', 'too-long'],
    ['a blank text', { name: '   ' }, 'name', 'too-short'],
    ['an escape in a line', { name: 'a\u001bb' }, 'name', 'invalid-characters'],
    ['half a character', { name: 'a\ud83d' }, 'name', 'invalid-characters'],
    ['a NUL in a text', { name: 'a', text: 'x\u0000' }, 'text', 'invalid-characters'],
    ['an unknown field', { name: 'a', nmae: 'b' }, 'nmae', 'unknown-field'],
    ['a wrong choice', { name: 'a', kind: 'c' }, 'kind', 'invalid-value'],
    ['a wrong GUID', { name: 'a', id: '123' }, 'id', 'invalid-guid'],
    ['a wrong domain', { name: 'a', domain: 'contoso' }, 'domain', 'invalid-domain'],
    ['an address without a domain', { name: 'a', mail: 'dana@contoso' }, 'mail', 'invalid-email'],
    ['a header in an address', { name: 'a', mail: 'dana@contoso.com\nBcc: x@y.com' }, 'mail', 'invalid-email'],
    ['letters in an MPN ID', { name: 'a', location: '45x2345' }, 'location', 'invalid-value'],
    ['a code named twice', { name: 'a', codes: ['x', 'x'] }, 'codes', 'duplicate'],
    ['too many codes', { name: 'a', codes: ['x', 'y', 'z'] }, 'codes', 'too-long'],
    ['no codes', { name: 'a', codes: [] }, 'codes', 'too-short'],
    ['a field deep inside', { name: 'a', inner: { list: [{ code: 'x' }, {}] } }, 'inner.list.1.code', 'required'],
    ['an unknown field deep inside', { name: 'a', inner: { list: [], x: 1 } }, 'inner.x', 'unknown-field'],
  ])('with %s is refused with the path and code', (_, input, path, code) => {
    const problem = refused(input);
    expect(problem.code).toBe(code);
    expect(problem.errors.map((error) => [error.path, error.code])).toEqual([[path, code]]);
  });

  test('with several faults names each of them', () => {
    const problem = refused({ name: '', id: 'x', extra: 1, other: 2 });
    expect(problem.code).toBe('several-errors');
    expect(problem.detail).toBe('4 fields need a change.');
    expect(problem.errors.map(({ path }) => path).toSorted()).toEqual(['extra', 'id', 'name', 'other']);
  });

  test('that is no object at all is refused as a whole', () => {
    expect(refused([]).errors).toMatchObject([{ path: '', code: 'wrong-type' }]);
    expect(refused('text').detail).toMatch(/^body: /);
  });

  test('without fault comes back in its stored form', () => {
    const id = 'ABCDEF01-2345-6789-ABCD-EF0123456789';
    expect(parse(shape, { name: 'Zoë 👋', id, domain: ' Bücher.Example ', text: 'a\r\nb\tc' })).toEqual({
      name: 'Zoë 👋',
      id: id.toLowerCase(),
      domain: 'xn--bcher-kva.example',
      text: 'a\nb\tc',
    });
  });

  test.each([
    '-contoso.com',
    'contoso..com',
    'con\ntoso.com',
    '%63ontoso.com',
    '127.0.0.1',
    'a b.com',
    `${'x'.repeat(64)}.com`,
    '.com',
  ])('never has the domain %s', (domain) => {
    expect(refused({ name: 'a', domain }).code).toBe('invalid-domain');
  });
});
