import { spawn } from 'node:child_process';
import { chmod, copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rotated } from '../../deploy/link-keys.ts';
import { startOf } from '../../deploy/tools.ts';
import { roles } from '../../src/identity/caller.ts';
import { readSettings } from '../../src/settings.ts';

/** The hooks of a deployment, against stand-ins for az and azd. */

const root = fileURLToPath(new URL('../..', import.meta.url));
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'claims-deploy-'));
  for (const name of ['az', 'azd']) {
    await copyFile(join(root, 'test/support/fake-azure.mjs'), join(dir, name));
    await chmod(join(dir, name), 0o755);
  }
  await setState({});
  await writeFile(join(dir, 'calls'), '');
});
afterEach(() => rm(dir, { recursive: true }));

type State = {
  signedIn: boolean;
  environment: Record<string, string>;
  graph: Record<string, Record<string, unknown>>;
  assignments: { principalId: string; appRoleId: string }[];
  secret?: string;
  failures?: { when: string; said: string; times?: number }[];
};
const setState = (state: Partial<State>): Promise<void> =>
  writeFile(
    join(dir, 'state'),
    JSON.stringify({ signedIn: true, environment: {}, graph: {}, assignments: [], ...state }),
  );
const state = async (): Promise<State> => JSON.parse(await readFile(join(dir, 'state'), 'utf8')) as State;
const calls = async (): Promise<string> => readFile(join(dir, 'calls'), 'utf8');

const hook = (args: string[], env: Record<string, string> = {}): Promise<{ code: number; out: string }> =>
  new Promise((resolve) => {
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, ['deploy/run.ts', ...args], {
      cwd: root,
      env: {
        ...{ PATH: `${dir}${delimiter}${PATH}`, HOME, TMPDIR: dir, HOOK_PAUSE_MS: '1' },
        ...{ FAKE_STATE: join(dir, 'state'), FAKE_CALLS: join(dir, 'calls'), ...env },
      },
    });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        out += data;
      });
    }
    child.on('close', (code) => resolve({ code: code ?? 1, out }));
  });

describe('The sign-in hook', () => {
  const env = { AZURE_ENV_NAME: 'test', FRONT_END_ORIGIN: 'https://claims.example', AZURE_PRINCIPAL_ID: 'me' };

  test('registers the API with its roles, the front end, and whoever deploys as an operator; and again changes nothing', async () => {
    const first = await hook(['sign-in'], env);
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('the API is app-') });
    const { graph, environment, assignments } = await state();
    const api = graph["applications(uniqueName='customer-associations-api-test')"];
    const frontEnd = graph["applications(uniqueName='customer-associations-front-end-test')"];
    expect(api).toMatchObject({
      signInAudience: 'AzureADMultipleOrgs',
      api: { requestedAccessTokenVersion: 2 },
      identifierUris: [`api://${api?.appId}`],
    });
    // The cast: what the hook sent.
    const appRoles = api?.appRoles as { value: string; id: string }[];
    expect(appRoles.map(({ value }) => value)).toEqual([...roles]);
    expect(new Set(appRoles.map(({ id }) => id)).size).toBe(roles.length);
    expect(frontEnd).toMatchObject({
      spa: { redirectUris: ['https://claims.example/'] },
      requiredResourceAccess: [{ resourceAppId: api?.appId }],
    });
    expect(environment).toEqual({
      AUTH_AUDIENCE: api?.appId,
      AUTH_AUDIENCE_REGISTERED: api?.appId,
      FRONT_END_CLIENT_ID: frontEnd?.appId,
    });
    const operator = appRoles.find(({ value }) => value === 'Operator')?.id;
    expect(assignments).toMatchObject([{ principalId: 'me', appRoleId: operator }]);

    expect((await hook(['sign-in'], { ...env, ...environment })).code).toBe(0);
    expect(await state()).toEqual({ ...(await state()), graph, environment, assignments });
  });

  test('leaves alone those who bring a registration', async () => {
    const { code, out } = await hook(['sign-in'], { ...env, AUTH_AUDIENCE: 'mine' });
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('you brought') });
    expect(await calls()).toBe('');
  });

  test('says what to do without az, without a sign-in, and when Graph refuses', async () => {
    await setState({ signedIn: false });
    expect((await hook(['sign-in'], env)).out).toContain('az login');
    await setState({ failures: [{ when: 'rest', said: 'Insufficient privileges', times: 9 }] });
    const refused = await hook(['sign-in'], env);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('Registering the API did not work:\nInsufficient privileges');
    await rm(join(dir, 'az'));
    expect((await hook(['sign-in'], { ...env, PATH: dir })).out).toContain('not installed');
  });
});

describe('The key ring of decision links', () => {
  const env = { AZURE_KEY_VAULT_NAME: 'kv', DECISION_LINK_KEYS_SECRET_NAME: 'decision-link-keys' };

  test('is made once, in the form that the app reads, and stays', async () => {
    const first = await hook(['link-keys'], env);
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('was made') });
    const { secret = '' } = await state();
    const needed = {
      ...{ PUBLIC_URL: 'https://a.example', CLAIMS_STORAGE: 'x', MAIL_ENDPOINT: 'https://m.example' },
      ...{ MAIL_SENDER: 'a@b.example', AUTH_AUTHORITY: 'https://l.example', AUTH_AUDIENCE: 'x' },
    };
    expect(readSettings({ ...needed, DECISION_LINK_KEYS: secret }).DECISION_LINK_KEYS).toHaveLength(1);
    const again = await hook(['link-keys'], env);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('stays') });
    expect((await state()).secret).toBe(secret);
  });

  test('is in no argument, no output and no file that stays', async () => {
    const made = await hook(['link-keys'], env);
    const added = await hook(['link-keys', 'add'], env);
    const { secret = '' } = await state();
    const keys = (JSON.parse(secret) as { key: string }[]).map(({ key }) => key);
    expect(keys).toHaveLength(2);
    for (const key of keys) {
      expect(await calls()).not.toContain(key);
      expect(made.out + added.out).not.toContain(key);
    }
    expect((await readdir(dir)).toSorted()).toEqual(['az', 'azd', 'calls', 'state']);
  });

  test('waits for the role to reach the vault, and gives up in words', async () => {
    await setState({
      failures: [{ when: 'keyvault secret show', said: '(Forbidden) Caller is not authorized.', times: 3 }],
    });
    const late = await hook(['link-keys'], env);
    expect(late.code).toBe(0);
    expect(late.out.match(/trying again/g)).toHaveLength(3);
    await setState({ failures: [{ when: 'keyvault', said: '(Forbidden) Caller is not authorized.', times: 99 }] });
    const never = await hook(['link-keys'], env);
    expect(never.code).toBe(1);
    expect(never.out).toContain('not authorized');
  });

  test('tells its steps, and how the azd environment is loaded, before it does anything', async () => {
    const misspelt = await hook(['link-keys', 'rotate'], { AZURE_KEY_VAULT_NAME: '' });
    expect(misspelt).toMatchObject({ code: 1, out: expect.stringContaining('one of: add, promote, retire') });
    const bare = await hook(['link-keys', 'add'], { AZURE_KEY_VAULT_NAME: '' });
    expect(bare).toMatchObject({ code: 1, out: expect.stringContaining('azd env get-values') });
  });

  test('that was deleted is not made anew: links that are out need it', async () => {
    await setState({ failures: [{ when: 'secret show', said: 'is currently in a deleted but recoverable state' }] });
    const { code, out } = await hook(['link-keys'], env);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('keyvault secret recover') });
    expect((await state()).secret).toBeUndefined();
  });

  test('is rotated in steps, in each of which every key that signs is known to all', () => {
    const now = new Date('2026-11-27T00:00:00Z');
    const old = [{ kid: 'old', key: 'x' }];
    const added = rotated(old, 'add', now);
    expect(added.map(({ kid }) => kid)).toEqual(['old', '2026-11-27']);
    const promoted = rotated(added, 'promote', now);
    expect(promoted.map(({ kid }) => kid)).toEqual(['2026-11-27', 'old']);
    expect(rotated(promoted, 'retire', now).map(({ kid }) => kid)).toEqual(['2026-11-27']);
    expect(new Set(rotated(added, 'add', now).map(({ kid }) => kid)).size).toBe(3);
    expect(() => rotated(old, 'promote', now)).toThrow('add one first');
    expect(() => rotated(old, 'retire', now)).toThrow('one key only');
    expect(() => rotated(old, 'swap', now)).toThrow('add, promote, retire');
  });
});

describe('The smoke test', () => {
  const answering = async (answers: { status: number; body: unknown }[]) => {
    let asked = 0;
    const server = createServer((_, response) => {
      const { status, body } = answers[Math.min(asked, answers.length - 1)] ?? { status: 500, body: {} };
      asked += 1;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // The cast: it listens on a port.
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
  };
  const waiting = {
    status: 503,
    body: {
      checks: [
        { name: 'mail', ok: false },
        { name: 'sign-in', ok: true },
      ],
    },
  };

  test('waits until the app is ready', async () => {
    const app = await answering([{ status: 404, body: {} }, waiting, { status: 200, body: {} }]);
    const { code, out } = await hook(['smoke'], { PUBLIC_URL: `${app.url}/` });
    app.stop();
    expect(code).toBe(0);
    expect(out).toContain('it answers 404');
    expect(out).toContain('it waits for mail.');
    expect(out).toContain(`Ready: ${app.url}/api/health/ready`);
  });

  test('says what the app waits for when that does not come', async () => {
    const app = await answering([waiting]);
    const { code, out } = await hook(['smoke'], { PUBLIC_URL: app.url, SMOKE_LIMIT_MS: '50' });
    app.stop();
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('it waits for mail. See docs/runbooks') });
  });
});

test('a command keeps its arguments whole on Windows, where a shell starts it', () => {
  const args = ['--url', "https://graph/applications(uniqueName='a')", '--body', '@C:\\Users\\First Last\\x'];
  expect(startOf('az', args, 'win32')).toEqual({
    command: 'az',
    args: ['"--url"', `"https://graph/applications(uniqueName='a')"`, '"--body"', '"@C:\\Users\\First Last\\x"'],
    shell: true,
  });
  expect(startOf('az', args, 'linux')).toEqual({ command: 'az', args, shell: false });
  for (const arg of ['a"b', '%PATH%', 'a\nb']) expect(() => startOf('az', [arg], 'win32')).toThrow('az: an argument');
});

test('azd deploy by itself builds what it sends, as azd package does', async () => {
  const yaml = await readFile(join(root, 'azure.yaml'), 'utf8');
  for (const name of ['prepackage', 'predeploy']) {
    const [, block] = new RegExp(`^  ${name}:\n((?:    .*\n)+)`, 'm').exec(yaml) ?? [];
    expect(block?.match(/node deploy\/hook\.mjs package/g)).toHaveLength(2);
  }
});

test('azure.yaml names steps that there are, and nothing is run that there is not', async () => {
  const yaml = await readFile(join(root, 'azure.yaml'), 'utf8');
  const named = [...yaml.matchAll(/run: node (\S+) ([\w-]+)/g)];
  expect(named).toHaveLength(10);
  for (const [, script] of named) expect(script).toBe('deploy/hook.mjs');
  const { code, out } = await hook(['nothing']);
  expect(code).toBe(1);
  const steps = /One of: (.*)\./.exec(out)?.[1]?.split(', ');
  expect(steps?.toSorted()).toEqual([...new Set(named.map(([, , step]) => step))].toSorted());
});
