import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verificationMessage } from '../../../src/domain/customer/verification.ts';
import { createCustomerDirectories } from '../../../src/identity/customer-directory.ts';
import {
  answers,
  type DirectoryAnswer,
  type DirectoryServer,
  startDirectoryServer,
} from '../../support/stack/directory-server.ts';

const directoryId = 'a1c5e8f2-4b7d-4e90-8c16-7f3d9a2b5e01';
const otherId = 'b2d6f9a3-5c8e-4f01-9d27-8a4e0b3c6f02';

let entra: DirectoryServer;
let elsewhere: DirectoryServer;
beforeAll(async () => {
  entra = await startDirectoryServer();
  elsewhere = await startDirectoryServer();
});
afterAll(() => Promise.all([entra.stop(), elsewhere.stop()]));
beforeEach(() => {
  entra.asked.length = 0;
  elsewhere.asked.length = 0;
});

const issuerAt = (host: string) => answers.text(200, `{"issuer":"https://${host}/${directoryId}/v2.0"}`);

let at = Date.parse('2026-11-20T10:00:00Z');
const now = (): Date => new Date(at);
const check = async (answer: DirectoryAnswer): Promise<string> => {
  entra.behave(answer);
  const directories = createCustomerDirectories({ authority: `${entra.url}/`, now, timeoutMs: 300 });
  return (await directories.verify('contoso.example', directoryId)).result;
};

describe('The customer check', () => {
  test.each<[string, DirectoryAnswer, string]>([
    ['the issuer of the directory', answers.issuer(directoryId), 'matched'],
    ['the same in capitals', answers.issuer(directoryId.toUpperCase()), 'matched'],
    ['the issuer of a directory in US Government', issuerAt('login.microsoftonline.us'), 'matched'],
    ['the issuer of a directory in China', issuerAt('login.partner.microsoftonline.cn'), 'matched'],
    ['the issuer of another directory', answers.issuer(otherId), 'mismatched'],
    ['that no directory has the domain', answers.noSuchDomain, 'unknown-domain'],
    ['a refusal for another reason', answers.status(400), 'unverifiable'],
    ['a page that is not there', answers.text(404, '<h1>Not found</h1>'), 'unverifiable'],
    ['too many requests', answers.status(429), 'unverifiable'],
    ['an outage', answers.status(503), 'unverifiable'],
    ['no JSON', answers.text(200, 'hello'), 'unverifiable'],
    ['JSON without an issuer', answers.text(200, '{}'), 'unverifiable'],
    ['an issuer without a directory', answers.text(200, '{"issuer":"https://sts.example/common"}'), 'unverifiable'],
    ['an issuer that is no text', answers.text(200, '{"issuer":[1]}'), 'unverifiable'],
    ['nothing, and hangs up', answers.hangUp, 'unverifiable'],
    ['nothing at all', answers.never, 'unverifiable'],
    ['a byte now and then', answers.trickle, 'unverifiable'],
    ['without end', answers.endless, 'unverifiable'],
  ])('answers when the directory service says %s', async (_, answer, result) => {
    const started = performance.now();
    expect(await check(answer)).toBe(result);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(entra.asked).toEqual(['/contoso.example/v2.0/.well-known/openid-configuration']);
  });

  test.each([
    ['mail.contoso.example', 'contoso.example'],
    ['a.b.contoso.co.uk', 'contoso.co.uk'],
    ['contoso.example', undefined],
    ['co.uk', undefined],
  ])(
    'suggests for the unknown %s the registered domain that belongs to the directory: %s',
    async (domain, suggested) => {
      entra.behave((response, request) => {
        const isWhole = request.url?.startsWith(`/${suggested}/`) ?? false;
        (isWhole ? answers.issuer(directoryId) : answers.noSuchDomain)(response, request);
      });
      const directories = createCustomerDirectories({ authority: entra.url, now });
      const verification = await directories.verify(domain, directoryId);
      expect(verification).toEqual({
        result: 'unknown-domain',
        checkedAt: now().toISOString(),
        ...(suggested ? { suggestedDomain: suggested } : {}),
      });
      const words = verificationMessage(verification);
      expect(words.startsWith('No directory has this domain.')).toBe(true);
      expect(words.includes(`${suggested} belongs to this Directory ID: use that.`)).toBe(suggested !== undefined);
    },
  );

  test('suggests no domain of another directory', async () => {
    entra.behave((response, request) => {
      (request.url?.startsWith('/contoso.example/') ? answers.issuer(otherId) : answers.noSuchDomain)(
        response,
        request,
      );
    });
    const directories = createCustomerDirectories({ authority: entra.url, now });
    expect(await directories.verify('mail.contoso.example', directoryId)).not.toHaveProperty('suggestedDomain');
  });

  test('follows no redirect, neither to another host nor to itself', async () => {
    elsewhere.behave(answers.issuer(directoryId));
    expect(await check(answers.redirect(`${elsewhere.url}/`))).toBe('unverifiable');
    expect(await check(answers.redirect('/again'))).toBe('unverifiable');
    expect(elsewhere.asked).toEqual([]);
    expect(entra.asked).not.toContain('/again');
  });

  test('is unverifiable when there is no service', async () => {
    const gone = await startDirectoryServer();
    await gone.stop();
    const directories = createCustomerDirectories({ authority: gone.url, now });
    expect(await directories.verify('contoso.example', directoryId)).toEqual({
      result: 'unverifiable',
      checkedAt: now().toISOString(),
    });
  });

  test('asks once in ten minutes about a domain, and again at once after a failure', async () => {
    const directories = createCustomerDirectories({ authority: entra.url, now, timeoutMs: 300 });
    const verify = async (id: string) => (await directories.verify('fabrikam.example', id)).result;
    entra.behave(answers.status(503));
    expect(await verify(directoryId)).toBe('unverifiable');
    entra.behave(answers.issuer(directoryId));
    expect([await verify(directoryId), await verify(otherId)]).toEqual(['matched', 'mismatched']);
    expect(entra.asked).toHaveLength(2);
    at += 600_001;
    entra.behave(answers.issuer(otherId));
    expect(await verify(otherId)).toBe('matched');
    expect(entra.asked).toHaveLength(3);
  });
});
