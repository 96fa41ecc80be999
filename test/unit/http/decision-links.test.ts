import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { createDecisionLinks, type LinkFacts } from '../../../src/identity/decision-links.ts';

const keys = {
  first: { kid: '2026', key: Buffer.alloc(32, 1).toString('base64url') },
  second: { kid: '2027', key: Buffer.alloc(32, 2).toString('base64url') },
};
const linksOf = (...ring: { kid: string; key: string }[]) =>
  createDecisionLinks({ keys: ring, publicUrl: 'https://claims.example/', lifetimeDays: 90, receiptLinkDays: 730 });
const links = linksOf(keys.first);

// Tokens are checked against the clock of the machine.
const dayMs = 86_400_000;
const daysAgo = (days: number): string => new Date(Math.floor(Date.now() / 1000) * 1000 - days * dayMs).toISOString();
const facts: LinkFacts = {
  partnerId: '3f0b7c52-6d1e-4c8a-9a55-1c2f8e7b4d01',
  claimId: 'ca-zyh2k9q0p-4m7k2x9a',
  version: 2,
  issuedAt: daysAgo(1),
  purpose: 'decide',
};
const tokenOf = async (from = links, of = facts): Promise<string> =>
  (await from.linkFor(of)).href.split('/').at(-1) ?? '';
const partsOf = (token: string) => {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return { header, payload, signature };
};
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (part: string): object => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
const signedWith = (payload: Record<string, unknown>, header: { alg: string; kid?: string }, key = keys.first.key) =>
  new SignJWT(payload)
    .setProtectedHeader(header)
    .setAudience('decision')
    .setIssuedAt()
    .setExpirationTime('1d')
    .sign(Buffer.from(key, 'base64url'));
const known = { p: facts.partnerId, c: facts.claimId, v: 2 };

describe('A decision link', () => {
  test('leads below the public address and reads back what it was made of', async () => {
    expect((await links.linkFor(facts)).href).toMatch(/^https:\/\/claims\.example\/decisions\/[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(await links.read(await tokenOf())).toEqual({ state: 'valid', facts });
  });

  test('is the same for the same facts, and another for any other', async () => {
    expect(await tokenOf(linksOf(keys.first))).toBe(await tokenOf());
    const others = [
      { ...facts, version: 3 },
      { ...facts, claimId: 'ca-zyh2k9q0p-4m7k2x9b' },
      { ...facts, issuedAt: daysAgo(2) },
    ];
    const tokens = await Promise.all([facts, ...others].map((each) => tokenOf(links, each)));
    expect(new Set(tokens).size).toBe(4);
  });

  test('holds no name, address or product', async () => {
    expect(Object.keys(decoded(partsOf(await tokenOf()).payload)).toSorted()).toEqual([
      'aud',
      'c',
      'exp',
      'iat',
      'p',
      'v',
    ]);
  });

  test.each(['.', ',', ';', '!', '>', ')', ']', '"', '”', '»', '。', '*', '>.', ').'])(
    'opens with %s behind it, which mail programs and people add',
    async (mark) => {
      expect(await links.read(`${await tokenOf()}${mark}`)).toEqual({ state: 'valid', facts });
    },
  );

  test('of a key that was moved down the ring still opens, and new ones use the new key', async () => {
    const rotated = linksOf(keys.second, keys.first);
    expect(await rotated.read(await tokenOf())).toEqual({ state: 'valid', facts });
    expect(decoded(partsOf(await tokenOf(rotated)).header)).toEqual({ alg: 'HS256', kid: '2027' });
    expect(await links.read(await tokenOf(rotated))).toEqual({ state: 'invalid' });
  });

  test('of a key that was taken out of the ring opens nothing', async () => {
    expect(await linksOf(keys.second).read(await tokenOf())).toEqual({ state: 'invalid' });
  });

  test('of another key under a known name opens nothing', async () => {
    const impostor = linksOf({ ...keys.second, kid: keys.first.kid });
    expect(await links.read(await tokenOf(impostor))).toEqual({ state: 'invalid' });
  });

  test('says that it has expired after its days, and not before', async () => {
    const justAlive = { ...facts, issuedAt: new Date(Date.parse(daysAgo(90)) + 3_600_000).toISOString() };
    const justExpired = { ...facts, issuedAt: new Date(Date.parse(daysAgo(90)) - 1000).toISOString() };
    expect(await links.read(await tokenOf(links, justAlive))).toEqual({ state: 'valid', facts: justAlive });
    expect(await links.read(await tokenOf(links, justExpired))).toEqual({ state: 'expired', facts: justExpired });
  });

  test('that has expired and is forged is just forged', async () => {
    const expired = await tokenOf(linksOf({ ...keys.second, kid: keys.first.kid }), {
      ...facts,
      issuedAt: daysAgo(91),
    });
    expect(await links.read(expired)).toEqual({ state: 'invalid' });
  });

  test('opens nothing once any character of it was changed', async () => {
    const token = await tokenOf();
    for (let index = 0; index < token.length - 1; index += 1) {
      const other = token[index] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, index) + other + token.slice(index + 1);
      expect(await links.read(changed), `changed at ${index}`).toEqual({ state: 'invalid' });
    }
  });

  test('opens nothing when another claim was written into it', async () => {
    const { header, payload, signature } = partsOf(await tokenOf());
    const forged = encoded({ ...decoded(payload), c: 'ca-zyh2k9q0p-00000000' });
    expect(await links.read(`${header}.${forged}.${signature}`)).toEqual({ state: 'invalid' });
  });

  test('opens nothing without a signature, or with one of another algorithm', async () => {
    const { payload } = partsOf(await tokenOf());
    const unsigned = new UnsecuredJWT(known).setAudience('decision').setIssuedAt().setExpirationTime('1d').encode();
    const none = encoded({ alg: 'none', kid: '2026' });
    const strong = Buffer.alloc(64, 1).toString('base64url');
    const longer = await linksOf({ kid: '2026', key: strong }).read(
      await signedWith(known, { alg: 'HS512', kid: '2026' }, strong),
    );
    expect(longer).toEqual({ state: 'invalid' });
    for (const token of [unsigned, `${none}.${payload}.`, `${none}.${payload}.AAAA`]) {
      expect(await links.read(token)).toEqual({ state: 'invalid' });
    }
  });

  test('opens nothing when rightly signed for another purpose', async () => {
    const right = await signedWith(known, { alg: 'HS256', kid: '2026' });
    expect((await links.read(right)).state).toBe('valid');
    const wrong = [
      await signedWith(known, { alg: 'HS256' }),
      await signedWith({ ...known, c: 'another' }, { alg: 'HS256', kid: '2026' }),
      await signedWith({ ...known, v: 0 }, { alg: 'HS256', kid: '2026' }),
      await signedWith({ c: known.c, v: 2 }, { alg: 'HS256', kid: '2026' }),
      await new SignJWT(known)
        .setProtectedHeader({ alg: 'HS256', kid: '2026' })
        .setAudience('sign-in')
        .setIssuedAt()
        .setExpirationTime('1d')
        .sign(Buffer.from(keys.first.key, 'base64url')),
      await new SignJWT(known)
        .setProtectedHeader({ alg: 'HS256', kid: '2026' })
        .setAudience('decision')
        .setIssuedAt()
        .sign(Buffer.from(keys.first.key, 'base64url')),
    ];
    for (const token of wrong) expect(await links.read(token)).toEqual({ state: 'invalid' });
  });

  test.each([
    '',
    '.',
    '..',
    'x',
    'a.b.c',
    '%00',
    'e30.e30.e30',
    'x'.repeat(1001),
    `${'x'.repeat(500)}.y.z`,
    '🙂.🙂.🙂',
  ])('is not %s, and that is no error', async (token) => {
    expect(await links.read(token)).toEqual({ state: 'invalid' });
  });
});
