import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeBody, contoso, decide, decisionLink, submittedClaim } from '../../support/claims/claims.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

/** Values as people paste them: what is stored is in the answer. The kinds in full are in the unit tests of each field. */

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

describe('A draft is taken', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['with blanks and invisible marks', { name: '\ufeff Contoso \u200b roll-out\v' }, { name: 'Contoso roll-out' }],
    [
      'with the address of its contact as a mail program copies it',
      { customerContact: { name: 'Dana', title: 'Director', email: ' "Lee, Dana" <mailto:dana@Bücher.example.>' } },
      { customerContact: { email: 'dana@xn--bcher-kva.example' } },
    ],
    [
      'with a contact who has a title',
      { customerContact: { name: ' Dr.Schmidt  M.Sc. ', title: 'IT', email: 'dana@contoso.example' } },
      { customerContact: { name: 'Dr.Schmidt M.Sc.' } },
    ],
    [
      'with language, country and time zone of another system',
      { customer: { ...completeBody().customer, language: 'pt-pt', country: 'uk', timeZone: 'GMT Standard Time' } },
      { customer: { language: 'pt-BR', country: 'GB', timeZone: 'Europe/London' } },
    ],
    [
      'with a domain and IDs as they were copied',
      {
        partnerLocation: { mpnId: 4512345 },
        customer: { domain: 'https://www.Fabrikam.example/', directoryId: '{A1C5E8F24B7D4E908C167F3D9A2B5E01}' },
      },
      {
        partnerLocation: { mpnId: '4512345' },
        customer: { domain: 'fabrikam.example', directoryId: 'a1c5e8f2-4b7d-4e90-8c16-7f3d9a2b5e01' },
      },
    ],
  ])('%s', async (_, given, stored) => {
    const created = await avery.post('claims', { ...completeBody(), ...given });
    expect(created.status, created.text).toBe(201);
    expect(created.body).toMatchObject(stored);
  });
});

test('a host below a domain is answered with the domain that belongs to the Directory ID', async () => {
  const { directoryId } = contoso;
  const { body } = await avery.post('customer-checks', { domain: 'files.emea.contoso.example', directoryId });
  expect(body).toMatchObject({
    result: 'unknown-domain',
    suggestedDomain: 'contoso.example',
    message: expect.stringContaining('contoso.example belongs to this Directory ID'),
  });
});

test.each(['.', ',', '>', ')', '%E2%80%9D'])('a decision link with %s behind it leads to the request', async (mark) => {
  const id = await submittedClaim(avery);
  const link = await decisionLink(stack, id);
  expect((await decide(`${link}${mark}`, 'approve')).status).toBe(303);
  expect((await avery.get(`claims/${id}`)).body.status).toBe('approved');
});

test('the list as CSV begins with a byte-order mark, and Accept says whether it is CSV', async () => {
  const asked = async (accept: string) => {
    const headers = { accept, authorization: `Bearer ${avery.token}` };
    const answer = await fetch(`${stack.app}/api/claims`, { headers });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()).toString('latin1') };
  };
  expect((await asked('text/csv')).bytes).toMatch(/^\u00ef\u00bb\u00bfClaim ID,/);
  expect((await asked('text/*')).bytes).toMatch(/^\u00ef\u00bb\u00bfClaim ID,/);
  expect((await asked('text/html, */*;q=0.8')).bytes).toMatch(/^\{/);
  expectProblem(await avery.get('claims', { accept: 'text/html' }), 406, 'not-acceptable');
});

test('a compressed body is refused with the coding that is taken', async () => {
  const body = gzipSync(JSON.stringify(completeBody()));
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const refusal = await avery.send('POST', 'claims', { body, headers });
  expectProblem(refusal, 415, 'unsupported-content-coding');
  expect(refusal.headers.get('accept-encoding')).toBe('identity');
});

test('a claim is found by words inside Japanese, and without the strokes of Polish', async () => {
  const { id } = (await avery.post('claims', { ...completeBody(), name: 'Łódź 東京本社のクラウド移行' })).body;
  for (const q of ['lodz', '本社', 'クラウド', '移行']) {
    const { value } = (await avery.get(`claims?q=${encodeURIComponent(q)}`)).body;
    expect(
      value.map((claim: { id: string }) => claim.id),
      q,
    ).toEqual([id]);
  }
});
