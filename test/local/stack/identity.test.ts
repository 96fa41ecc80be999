import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEMO_CUSTOMERS, DEMO_USERS } from '../../../local/demo/people.ts';
import { startIdentityServer } from '../../../local/services/identity/identity-server.ts';
import { AUDIENCE, WEB_CLIENT } from '../../../local/services/identity/names.ts';
import { requestToken } from '../../../local/services/identity/request-token.ts';
import type { RunningServer } from '../../../local/services/web.ts';
import { freePort } from '../../../local/stack/ports.ts';

const appUrl = 'http://127.0.0.1:7071';
let folder: string;
let port: number;
let server: RunningServer;

const frontEndOrigin = 'http://localhost:5173';
const start = () => startIdentityServer({ port, appUrl, frontEndOrigins: [frontEndOrigin], dataDir: folder });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'identity-'));
  port = await freePort();
  server = await start();
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const getJson = async (url: string): Promise<Record<string, string>> =>
  (await (await fetch(url)).json()) as Record<string, string>;

const discover = () => getJson(`${server.url}/.well-known/openid-configuration`);

/** As the app does it: issuer and keys through discovery. */
const verify = async (token: string) => {
  const { jwks_uri = '' } = await discover();
  return jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), { issuer: server.url, audience: AUDIENCE });
};

/** A browser as far as sign-in goes: keeps cookies, follows redirects until one leaves the issuer. */
const createBrowser = () => {
  const cookies = new Map<string, string>();
  const go = async (
    url: string,
    form?: Record<string, string>,
  ): Promise<{ url: string; status: number; text: string }> => {
    const answer = await fetch(url, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    const location = answer.headers.get('location');
    if (!location) return { url, status: answer.status, text: await answer.text() };
    const next = new URL(location, url).href;
    return next.startsWith(server.url) ? go(next) : { url: next, status: answer.status, text: '' };
  };
  return { go };
};

const startSignIn = async (parameters: Record<string, string> = {}) => {
  const verifier = randomBytes(32).toString('base64url');
  const { authorization_endpoint = '' } = await discover();
  const query = new URLSearchParams({
    client_id: WEB_CLIENT,
    response_type: 'code',
    redirect_uri: `${appUrl}/signed-in`,
    scope: `openid profile offline_access ${AUDIENCE}/access_as_user`,
    state: 'some-state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...parameters,
  });
  return { url: `${authorization_endpoint}?${query}`, verifier };
};

const redeem = async (form: Record<string, string>) => {
  const { token_endpoint = '' } = await discover();
  const body = new URLSearchParams({ client_id: WEB_CLIENT, ...form });
  const answer = await fetch(token_endpoint, { method: 'POST', body, headers: { origin: appUrl } });
  return {
    status: answer.status,
    cors: answer.headers.get('access-control-allow-origin'),
    body: (await answer.json()) as Record<string, string>,
  };
};

const redeemCode = (landed: string, verifier: string) =>
  redeem({
    grant_type: 'authorization_code',
    code: new URL(landed).searchParams.get('code') ?? '',
    code_verifier: verifier,
    redirect_uri: `${appUrl}/signed-in`,
  });

describe('a token from the command line', () => {
  test.each(DEMO_USERS.map((user) => [user.id, user] as const))(
    'for %s carries who it is and is signed with RS256',
    async (id, user) => {
      const token = await requestToken(server.url, id);
      expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256' });
      const { payload } = await verify(token);
      expect(payload).toMatchObject({
        tid: user.tenantId,
        oid: user.objectId,
        name: user.name,
        preferred_username: user.email,
        roles: user.roles,
      });
    },
  );

  test('is printed alone, and an unknown user is a clear error with exit code 1', async () => {
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, [
        fileURLToPath(new URL('../../../local/token.ts', import.meta.url)),
        ...args,
      ]);
    const { stdout, stderr } = await run('avery', '--identity', server.url);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    await verify(stdout.trim());
    const unknown = { code: 1, stdout: '', stderr: expect.stringMatching(/no demo user.*avery, robin, kim, lee, ops/) };
    await expect(run('nobody', '--identity', server.url)).rejects.toMatchObject(unknown);
    await server.stop();
    await expect(run('--nobody')).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('USER'),
    });
    expect(await run('--help')).toEqual({ stdout: expect.stringContaining('--identity URL'), stderr: '' });
    const away = { code: 1, stdout: '', stderr: expect.stringContaining('npm start') };
    await expect(run('avery', '--identity', server.url)).rejects.toMatchObject(away);
    server = await start();
  });

  test('stays valid across a restart of the issuer', async () => {
    const token = await requestToken(server.url, 'kim');
    await server.stop();
    server = await start();
    await verify(token);
  });
});

describe('signing in with a code and PKCE', () => {
  test('shows the demo users, comes back to the app and gives tokens', async () => {
    const { url, verifier } = await startSignIn();
    const browser = createBrowser();
    const picker = await browser.go(url);
    for (const { name } of DEMO_USERS) expect(picker.text).toContain(name);

    const landed = await browser.go(picker.url, { user: 'kim' });
    expect(landed.url).toMatch(/^http:\/\/127\.0\.0\.1:7071\/signed-in\?.*state=some-state/);
    const { status, cors, body } = await redeemCode(landed.url, verifier);
    expect({ status, cors }).toEqual({ status: 200, cors: appUrl });
    expect((await verify(body.access_token ?? '')).payload).toMatchObject({
      preferred_username: 'kim@fabrikam.example',
      roles: ['Partner.Admin'],
    });

    const { jwks_uri = '' } = await discover();
    const identity = await jwtVerify(body.id_token ?? '', createRemoteJWKSet(new URL(jwks_uri)), {
      issuer: server.url,
      audience: WEB_CLIENT,
    });
    expect(identity.payload).toMatchObject({ name: 'Kim Akers', roles: ['Partner.Admin'] });

    const renewed = await redeem({ grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' });
    expect((await verify(renewed.body.access_token ?? '')).payload).toMatchObject({
      preferred_username: 'kim@fabrikam.example',
    });
  });

  test('leads back to a front-end origin as well', async () => {
    const { url } = await startSignIn({ redirect_uri: `${frontEndOrigin}/back` });
    const browser = createBrowser();
    expect((await browser.go((await browser.go(url)).url, { user: 'kim' })).url).toMatch(
      `${frontEndOrigin}/back?code=`,
    );
  });

  test('without the verifier gives no token', async () => {
    const { url } = await startSignIn();
    const browser = createBrowser();
    const landed = await browser.go((await browser.go(url)).url, { user: 'kim' });
    const { status, body } = await redeemCode(landed.url, randomBytes(32).toString('base64url'));
    expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_grant' });
  });

  test('remembers the user, and lets one change to another on request', async () => {
    const browser = createBrowser();
    await browser.go((await browser.go((await startSignIn()).url)).url, { user: 'avery' });

    const again = await startSignIn();
    const silent = await redeemCode((await browser.go(again.url)).url, again.verifier);
    expect((await verify(silent.body.access_token ?? '')).payload).toMatchObject({ name: 'Avery Howard' });

    const change = await startSignIn({ prompt: 'select_account' });
    const picker = await browser.go(change.url);
    // Ending the former session is a form that the browser submits by itself.
    const ending = await browser.go(picker.url, { user: 'ops' });
    const [, action = ''] = /<form method="post" action="([^"]+)"/.exec(ending.text) ?? [];
    const fields = ending.text.matchAll(/name="(\w+)" value="([^"]+)"/g);
    const landed = await browser.go(action, Object.fromEntries([...fields].map(([, name, value]) => [name, value])));
    const changed = await redeemCode(landed.url, change.verifier);
    expect((await verify(changed.body.access_token ?? '')).payload).toMatchObject({ roles: ['Operator'] });
  });

  test('can be cancelled, which the app is told', async () => {
    const browser = createBrowser();
    const picker = await browser.go((await startSignIn()).url);
    expect((await browser.go(picker.url, { cancel: 'yes' })).url).toContain('error=access_denied');
  });

  test('never sends a code to a page that is not of the app', async () => {
    const { url } = await startSignIn({ redirect_uri: 'http://127.0.0.1:9/stolen' });
    const answer = await createBrowser().go(url);
    expect(answer).toMatchObject({ status: 400, text: expect.stringContaining('Sign-in failed') });
  });
});

describe('the directory look-up', () => {
  const lookUp = async (name: string) => {
    const answer = await fetch(`${server.url}/directory/${name}/v2.0/.well-known/openid-configuration`);
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  };

  test('names the directory of every demo customer in the issuer, as Entra does', async () => {
    for (const { domain, directoryId } of DEMO_CUSTOMERS) {
      const { status, body } = await lookUp(domain.toUpperCase());
      expect({ status, issuer: body.issuer }).toEqual({
        status: 200,
        issuer: `https://login.microsoftonline.com/${directoryId}/v2.0`,
      });
    }
  });

  test("answers an unknown domain with Entra's error", async () => {
    expect(await lookUp('nowhere.example')).toMatchObject({
      status: 400,
      body: {
        error: 'invalid_tenant',
        error_description: expect.stringContaining("AADSTS90002: Tenant 'nowhere.example' not found"),
      },
    });
  });
});
