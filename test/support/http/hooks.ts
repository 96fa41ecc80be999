import { spawn } from 'node:child_process';
import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';

/** Runs the hooks of a deployment against stand-ins for az and azd, again for each test. */

export const root = fileURLToPath(new URL('../../..', import.meta.url));

export type State = {
  signedIn: boolean;
  /** Object ID of who is signed in, if that is a person; else `user` is an application, and `applications` has its object ID. */
  person?: string | undefined;
  user: string;
  applications: Record<string, string>;
  environment: Record<string, string>;
  graph: Record<string, Record<string, unknown>>;
  assignments: { principalId: string; appRoleId: string }[];
  secret?: string;
  secretVersion: number;
  /** What the platform has of the secret. It refuses, or tells the former version, for so many times. */
  site: {
    status: string;
    version: number;
    tellsVersion: boolean;
    refusals: number;
    lag: number;
    restartedWith?: number;
  };
  failures?: { when: string; said: string; times?: number }[];
};
export const initialState: State = {
  signedIn: true,
  person: 'me',
  user: 'me@example.com',
  applications: {},
  environment: {},
  graph: {},
  assignments: [],
  secretVersion: 0,
  site: { status: 'SecretNotFound', version: 0, tellsVersion: true, refusals: 0, lag: 0 },
};

let dir: string;
export const fakeDir = (): string => dir;
export const setState = (state: Partial<State>): Promise<void> =>
  writeFile(join(dir, 'state'), JSON.stringify({ ...initialState, ...state }));
export const state = async (): Promise<State> => JSON.parse(await readFile(join(dir, 'state'), 'utf8')) as State;
export const calls = (): Promise<string> => readFile(join(dir, 'calls'), 'utf8');

/** To be called at the top of a file of tests. */
export const fakeAzure = (): void => {
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
};

/** How often a hook of a test tries what is refused. */
export const tries = 6;

export const hook = (args: string[], env: Record<string, string> = {}): Promise<{ code: number; out: string }> =>
  new Promise((resolve) => {
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, ['deploy/run.ts', ...args], {
      cwd: root,
      env: {
        PATH: `${dir}${delimiter}${PATH}`,
        HOME,
        TMPDIR: dir,
        HOOK_PAUSE_MS: '1',
        HOOK_TRIES: `${tries}`,
        FAKE_STATE: join(dir, 'state'),
        FAKE_CALLS: join(dir, 'calls'),
        ...env,
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
