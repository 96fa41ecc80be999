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

const run = (args: string[], demo: string[] = ['--no-demo']) => {
  const child = spawn(process.execPath, [START, '--data', dataDir, ...demo, '--json', ...args]);
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

/** A port that somebody else listens on. */
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

describe('npm start --json', () => {
  test('answers one line once everything works, and leaves nothing behind on SIGTERM', async () => {
    const stack = await start();
    expect(stack.pid).toBe(stack.child.pid);
    expect((await fetch(`${stack.app}/api/health/ready`)).status).toBe(200);
    expect(await (await fetch(`${stack.mail}/outbox.json`)).json()).toEqual({ value: [] });
    expect(decodeJwt(await requestToken(stack.identity, 'avery')).iss).toBe(stack.identity);
    expect((await fetch(`${stack.storage}/devstoreaccount1?comp=list`)).status).toBe(403);

    stack.child.kill('SIGTERM');
    const { code, stdout } = await stack.ended;
    expect(code).toBe(0);
    const { child: _, ended: __, ...answer } = stack;
    expect(stdout).toBe(`${JSON.stringify(answer)}\n`);
    await expectAllGone(stack);
  });

  test('lets the pages of a front-end origin call the API and sign people in', async () => {
    const origin = 'http://localhost:5173';
    const stack = await start('--front-end-origin', origin);
    const asked = await fetch(`${stack.app}/api/claims`, { headers: { origin } });
    expect(asked.headers.get('access-control-allow-origin')).toBe(origin);
    const keys = await fetch(`${stack.identity}/jwks`, { headers: { origin } });
    expect(keys.headers.get('access-control-allow-origin')).toBe(origin);
    const token = await fetch(`${stack.identity}/token`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ client_id: WEB_CLIENT, grant_type: 'refresh_token', refresh_token: 'none' }),
    });
    expect(token.headers.get('access-control-allow-origin')).toBe(origin);
  });

  test('ends on Ctrl-C as well', async () => {
    const stack = await start();
    stack.child.kill('SIGINT');
    expect((await stack.ended).code).toBe(0);
    await expectAllGone(stack);
  });

  test('comes up again on the same ports and data at once after kill -9, with its clock where it stood', async () => {
    const first = await start();
    const moved = await fetch(`${first.app}/admin/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"advance":"P2D"}',
    });
    expect(moved.status).toBe(200);
    const issuedAt = async (identity: string) => Number(decodeJwt(await requestToken(identity, 'kim')).iat) * 1000;
    expect(await issuedAt(first.identity)).toBeGreaterThan(Date.now() + 47 * 3_600_000);
    const secrets = await readFile(join(dataDir, 'secrets.json'), 'utf8');
    process.kill(first.pid, 'SIGKILL');

    const second = await start('--port', portOf(first.app), '--identity-port', portOf(first.identity));
    expect([second.app, second.identity]).toEqual([first.app, first.identity]);
    expect(await issuedAt(second.identity)).toBeGreaterThan(Date.now() + 47 * 3_600_000);
    expect(await readFile(join(dataDir, 'secrets.json'), 'utf8')).toBe(secrets);
  });

  test('starts afresh with --reset, and deletes nothing that is not its own', async () => {
    const first = await start();
    const secrets = await readFile(join(dataDir, 'secrets.json'), 'utf8');
    first.child.kill('SIGTERM');
    await first.ended;
    await writeFile(join(dataDir, 'notes.txt'), 'mine');
    await start('--reset');
    expect(await readFile(join(dataDir, 'secrets.json'), 'utf8')).not.toBe(secrets);
    expect(await readFile(join(dataDir, 'notes.txt'), 'utf8')).toBe('mine');
  });
});

test('npm start loads a claim in every status, once', async () => {
  const statuses = async ({ app, identity }: Answer) => {
    const authorization = `Bearer ${await requestToken(identity, 'avery')}`;
    const answer = await fetch(`${app}/api/claims`, { headers: { authorization } });
    // The cast: a list, by the API's contract.
    return ((await answer.json()) as { value: { status: string }[] }).value.map(({ status }) => status).toSorted();
  };
  const all = claimStatuses.toSorted();
  const first = await answered(run(FREE_PORTS, []));
  expect(await statuses(first)).toEqual(all);
  first.child.kill('SIGTERM');
  await first.ended;
  expect(await statuses(await answered(run(FREE_PORTS, [])))).toEqual(all);
});

describe('a start that cannot succeed says why and ends', () => {
  test.each([
    ['--port', 'app'],
    ['--mail-port', 'mail service'],
    ['--storage-port', 'Blob storage'],
  ])('when the port of %s is taken', async (flag, what) => {
    const { port, free } = await takePort();
    const { code, stdout, stderr } = await run([...FREE_PORTS, flag, `${port}`]).ended;
    free();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`Port ${port} (${what}) is already in use. Choose another with ${flag} NUMBER`);
  });

  test('when several ports are taken, all of which are named at once', async () => {
    const [app, telemetry] = [await takePort(), await takePort()];
    const ports = ['--port', `${app.port}`, '--telemetry-port', `${telemetry.port}`];
    const { code, stderr } = await run([...FREE_PORTS, ...ports]).ended;
    app.free();
    telemetry.free();
    expect(code).toBe(1);
    expect(stderr).toContain(`Port ${app.port} (app) is already in use. Choose another with --port NUMBER`);
    expect(stderr).toContain(
      `Port ${telemetry.port} (receiver of telemetry) is already in use. Choose another with --telemetry-port NUMBER`,
    );
  });

  test.each([
    [['--port', 'seven'], '--port must be a port number'],
    [['--set', 'NOTHING'], '--set takes NAME=VALUE'],
    [['--prot', '0'], "Unknown option '--prot'"],
    [['--prot', '0'], 'npm start -- [flags]'],
    [['--front-end-origin', 'http://localhost:5173/'], '--front-end-origin takes an origin'],
  ])('for the arguments %j', async (args, message) => {
    const { code, stdout, stderr } = await run(args).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  test('when a setting of the app is wrong, which is named', async () => {
    const { code, stderr } = await run([...FREE_PORTS, '--set', 'CONSENT_ON_SILENCE=perhaps']).ended;
    expect(code).toBe(1);
    expect(stderr).toContain('CONSENT_ON_SILENCE');
  });
});
