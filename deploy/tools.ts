import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The command lines of Azure, as the hooks use them. */

export type Ended = { code: number; out: string; said: string };

/**
 * How a command is started. On Windows az is a batch file, which only a shell starts: each argument is quoted for it, since paths have
 * blanks and addresses of Graph have parentheses. Throws on characters that a quoted argument cannot hold there.
 */
export const startOf = (command: string, args: string[], platform: NodeJS.Platform) => {
  if (platform !== 'win32') return { command, args, shell: false };
  const unsafe = args.find((arg) => /["%\r\n]/.test(arg));
  if (unsafe !== undefined) throw new Error(`${command}: an argument has a quote, a percent sign or a line break.`);
  return { command, args: args.map((arg) => `"${arg}"`), shell: true };
};

/** Runs a command, with more in its environment, and gives what came out, whatever its exit code. Secrets are never among the arguments: use `asFile`. */
export const run = (command: string, args: string[], env: Record<string, string> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const started = startOf(command, args, process.platform);
    const child = spawn(started.command, started.args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: started.shell,
      env: { ...process.env, ...env },
    });
    let [out, said] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (data) => {
      out += data;
    });
    child.stderr.setEncoding('utf8').on('data', (data) => {
      said += data;
    });
    child.on('error', (error) => resolve({ code: 127, out, said: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, out, said }));
  });

/** What a command that has to succeed gave; the error says what was tried and what the command said. */
export const outOf = ({ code, out, said }: Ended, command: string, what: string): string => {
  if (code === 127) throw new Error(`${what}: ${command} is not installed.`);
  if (code !== 0) throw new Error(`${what} did not work:\n${said.trim()}`);
  return out.trim();
};

export const runOk = async (command: string, args: string[], what: string): Promise<string> =>
  outOf(await run(command, args), command, what);

/** Gives `use` the path of a file, not there yet, in a folder that only you can enter; removes both. */
export const inPrivate = async <T>(use: (path: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'claims-'));
  try {
    return await use(join(folder, 'content'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Gives `content` to `use` as a file that no one else can read, and removes it. */
export const asFile = <T>(content: string, use: (path: string) => Promise<T>): Promise<T> =>
  inPrivate(async (path) => {
    await writeFile(path, content, { mode: 0o600 });
    return use(path);
  });

/** A setting of the azd environment, which azd hands to its hooks. */
export const given = (name: string): string | undefined => process.env[name] || undefined;

export const needed = (name: string): string => {
  const value = given(name);
  if (value === undefined)
    throw new Error(
      `${name} is not set: load the azd environment first (set -a; eval "$(azd env get-values)"; set +a).`,
    );
  return value;
};

export const setInEnvironment = (name: string, value: string): Promise<string> =>
  runOk('azd', ['env', 'set', name, value], `Setting ${name}`);
