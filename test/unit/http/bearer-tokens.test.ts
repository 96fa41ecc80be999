import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBearerTokens } from '../../../src/identity/bearer-tokens.ts';
import { Problem } from '../../../src/lib/result.ts';

const own = '11111111-1111-4111-8111-111111111111';
const foreign = '22222222-2222-4222-8222-222222222222';
const audience = 'the-api';

let server: Server;
let base: string;
const { publicKey, privateKey } = await generateKeyPair('RS256');

/** An issuer as Entra is one: for any directory at `/any`, for one at `/own`. */
beforeAll(async () => {
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }];
  server = createServer(({ url = '' }, response) => {
    const issuer = `${base}/${url.startsWith('/any') ? '{tenantid}' : own}/v2.0`;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(url.endsWith('/keys') ? { keys } : { issuer, jwks_uri: `${base}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => server.close());

const tokenOf = (tid: string, roles: string[], issuer = `${base}/${tid}/v2.0`, to = audience): Promise<string> =>
  new SignJWT({ tid, oid: 'somebody', roles })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setSubject('somebody')
    .setIssuer(issuer)
    .setAudience(to)
    .setExpirationTime('5m')
    .sign(privateKey);

const rolesOf = async (authority: string, operatorDirectoryId: string | undefined, token: string) => {
  const tokens = createBearerTokens({ authority: `${base}/${authority}`, audience, operatorDirectoryId });
  const caller = await tokens.callerOf(`Bearer ${token}`);
  return caller instanceof Problem ? caller.code : caller.roles;
};

const both = ['Operator', 'Reviewer', 'Partner.Admin'];

describe('Where people of any directory sign in', () => {
  test.each([
    ['their own directory makes nobody an operator of this app', foreign, own, ['Partner.Admin']],
    ['those of the operators are operators', own, own.toUpperCase(), both],
    ['nobody is an operator as long as no directory is named', own, undefined, ['Partner.Admin']],
  ])('%s', async (_, directory, operators, expected) => {
    expect(await rolesOf('any', operators, await tokenOf(directory, both))).toEqual(expected);
  });

  test('a token has to be from the directory that it names', async () => {
    expect(await rolesOf('any', own, await tokenOf(own, both, `${base}/${foreign}/v2.0`))).toBe('token-invalid');
  });
});

test('where people of one directory sign in, the role is enough', async () => {
  expect(await rolesOf('own', undefined, await tokenOf(own, both))).toEqual(both);
  expect(await rolesOf('own', foreign, await tokenOf(own, both))).toEqual(['Partner.Admin']);
});

test('a token for another service is not accepted', async () => {
  expect(await rolesOf('own', own, await tokenOf(own, both, `${base}/${own}/v2.0`, 'another-api'))).toBe(
    'token-invalid',
  );
});
