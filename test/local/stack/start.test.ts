import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WEB_CLIENT } from '../../../local/services/identity/names.ts';
import { requestToken } from '../../../local/services/identity/request-token.ts';
import { readOptions } from '../../../local/stack/options.ts';
import { claimStatuses } from '../../../src/domain/claim-state.ts';

const START = fileURLToPath(new URL('../../../local/start.ts', import.meta.url));
const FREE_PORTS = [
  '--port',
  '0',
  '--identity-port',
  '0',
  '--mail-port',
  '0',
  '--telemetry-port',
  '0',
  '--storage-port',
  '0',
];

type Answer = { app: string; identity: string; mail: string; storage: string; pid: number };

let dataDir: string;
let processes: ChildProcess[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'start-'));
  processes = [];
});
afterEach(async () => {
  const running = processes.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  for (const child of running) child.kill('SIGTERM');
  await Promise.all(running.map((child) => once(child, 'exit')));
  await rm(dataDir, { recursive: true, maxRetries: 10, retryDelay: 200 });
});

const run = (args: string[], { demo = false, build = false } = {}) => {
  const without = [...(demo ? [] : ['--no-demo']), ...(build ? [] : ['--no-build'])];
  const child = spawn(process.execPath, [START, '--data', dataDir, ...without, '--json', ...args]);
  processes.push(child);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => {
    said.stdout += data;
  });
  child.stderr.on('data', (data) => {
    said.stderr += data;
  });
  // The cast: what an exit event carries.
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return { child, said, ended };
};

const start = (...args: string[]) => answered(run([...FREE_PORTS, ...args]));

const answered = async ({ child, said, ended }: ReturnType<typeof run>) => {
  const early = ended.then(({ stderr }) => Promise.reject(new Error(stderr)));
  early.catch(() => undefined);
  const line = new Promise<void>((resolve) => {
    child.stdout.on('data', () => said.stdout.includes('\n') && resolve());
  });
  await Promise.race([line, early]);
  // The cast: the shape is what these tests are about.
  return { ...(JSON.parse(said.stdout) as Answer), child, ended };
};

/** A port that someone else listens on. */
const takePort = async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const address = blocker.address();
  return { port: typeof address === 'object' && address ? address.port : 0, free: () => blocker.close() };
};

const portOf = (url: string): string => new URL(url).port;

const expectAllGone = async ({ app, identity, mail, storage }: Answer) => {
  for (const url of [app, identity, mail, storage])
    await expect.poll(() => fetch(url).catch(() => 'gone')).toBe('gone');
};

const statuses = async ({ app, identity }: Answer) => {
  const authorization = `Bearer ${await requestToken(identity, 'avery')}`;
  const answer = await fetch(`${app}/api/claims`, { headers: { authorization } });
  // The cast: a list, by the API's contract.
  return ((await answer.json()) as { value: { status: string }[] }).value.map(({ status }) => status).toSorted();
};

test('npm start answers one line once everything works, loads a claim in every status once, and leaves nothing behind', async () => {
  const all = claimStatuses.toSorted();
  const stack = await answered(run(FREE_PORTS, { demo: true, build: true }));
  expect(stack.pid).toBe(stack.child.pid);
  expect((await fetch(`${stack.app}/api/health/ready`)).status).toBe(200);
  expect(decodeJwt(await requestToken(stack.identity, 'avery')).iss).toBe(stack.identity);
  expect((await fetch(`${stack.storage}/devstoreaccount1?comp=list`)).status).toBe(403);
  expect(await statuses(stack)).toEqual(all);

  stack.child.kill('SIGTERM');
  const { code, stdout } = await stack.ended;
  expect(code).toBe(0);
  const { child: _, ended: __, ...answer } = stack;
  expect(stdout).toBe(`${JSON.stringify(answer)}\n`);
  await expectAllGone(stack);

  const again = await answered(run(FREE_PORTS, { demo: true }));
  expect(await statuses(again)).toEqual(all);
  // As Ctrl-C does.
  again.child.kill('SIGINT');
  expect((await again.ended).code).toBe(0);
  await expectAllGone(again);
});

test('npm start comes up again after kill -9 as it was, and with --reset afresh', async () => {
  const origin = 'http://localhost:5173';
  const first = await start('--front-end-origin', origin);
  // Pages of the front end's origin may call the API and sign people in.
  const asked = await fetch(`${first.app}/api/claims`, { headers: { origin } });
  expect(asked.headers.get('access-control-allow-origin')).toBe(origin);
  const keys = await fetch(`${first.identity}/jwks`, { headers: { origin } });
  expect(keys.headers.get('access-control-allow-origin')).toBe(origin);
  const token = await fetch(`${first.identity}/token`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ client_id: WEB_CLIENT, grant_type: 'refresh_token', refresh_token: 'none' }),
  });
  expect(token.headers.get('access-control-allow-origin')).toBe(origin);
  expect(await (await fetch(`${first.mail}/outbox.json`)).json()).toEqual({ value: [] });

  const moved = await fetch(`${first.app}/admin/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"advance":"P2D"}',
  });
  expect(moved.status).toBe(200);
  const issuedAt = async (identity: string) => Number(decodeJwt(await requestToken(identity, 'kim')).iat) * 1000;
  const inTwoDays = Date.now() + 47 * 3_600_000;
  expect(await issuedAt(first.identity)).toBeGreaterThan(inTwoDays);
  const secretsFile = join(dataDir, 'secrets.json');
  const secrets = await readFile(secretsFile, 'utf8');
  process.kill(first.pid, 'SIGKILL');

  // On the same ports and data, at once, with its clock where it stood.
  const second = await start('--port', portOf(first.app), '--identity-port', portOf(first.identity));
  expect([second.app, second.identity]).toEqual([first.app, first.identity]);
  expect(await issuedAt(second.identity)).toBeGreaterThan(inTwoDays);
  expect(await readFile(secretsFile, 'utf8')).toBe(secrets);
  second.child.kill('SIGTERM');
  await second.ended;

  // What is not its own stays.
  await writeFile(join(dataDir, 'notes.txt'), 'mine');
  const third = await start('--reset');
  expect(await issuedAt(third.identity)).toBeLessThan(inTwoDays);
  expect(await readFile(secretsFile, 'utf8')).not.toBe(secrets);
  expect(await readFile(join(dataDir, 'notes.txt'), 'utf8')).toBe('mine');
});

describe('a start that cannot succeed says why and ends', () => {
  test('when ports are taken, all of which are named at once with the flag that moves them', async () => {
    const services = [
      ['--port', 'app'],
      ['--mail-port', 'mail service'],
      ['--telemetry-port', 'receiver of telemetry'],
      ['--storage-port', 'Blob storage'],
    ] as const;
    const taken = await Promise.all(services.map(takePort));
    const flags = services.flatMap(([flag], at) => [flag, `${taken[at]?.port}`]);
    const { code, stdout, stderr } = await run([...FREE_PORTS, ...flags]).ended;
    for (const { free } of taken) free();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    for (const [at, [flag, what]] of services.entries()) {
      const { port } = taken[at] ?? {};
      expect(stderr).toContain(`Port ${port} (${what}) is already in use. Choose another with ${flag} NUMBER`);
    }
  });

  test.each([
    [['--port', 'seven'], '--port must be a port number'],
    [['--set', 'NOTHING'], '--set takes NAME=VALUE'],
    [['--prot', '0'], "Unknown option '--prot'"],
    [['--prot', '0'], 'npm start -- [flags]'],
    [['--front-end-origin', 'http://localhost:5173/'], '--front-end-origin takes an origin'],
  ])('for the arguments %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });

  test('for arguments that are none, without a stack trace', async () => {
    const { code, stdout, stderr } = await run(['--prot', '0']).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain("Unknown option '--prot'");
    expect(stderr).not.toContain('    at ');
  });

  test('when a setting of the app is wrong, which is named', async () => {
    const { code, stderr } = await run([...FREE_PORTS, '--set', 'CONSENT_ON_SILENCE=perhaps']).ended;
    expect(code).toBe(1);
    expect(stderr).toContain('CONSENT_ON_SILENCE');
  });
});
