import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { asFile, type Ended, inPrivate, needed, run, runOk } from './tools.ts';

/**
 * The key ring of decision links in the key vault: the first key signs, all verify (DECISION_LINK_KEYS). Without an argument it is
 * made if there is none, and kept if there is. `add`, `promote` and `retire` rotate it: see docs/runbooks/rotate-decision-link-keys.md.
 * The ring passes through files that only you can read, never through arguments or output.
 */

export type LinkKey = { kid: string; key: string };

const keyBytes = 32;
const rotationSteps = ['add', 'promote', 'retire'];
const unknownStep = `link-keys takes one of: ${rotationSteps.join(', ')}; without any the ring is made if there is none.`;

/** A new key, named after the day. */
export const newKey = (now: Date, ring: LinkKey[] = []): LinkKey => {
  const day = now.toISOString().slice(0, 10);
  const kid = ring.some((one) => one.kid === day) ? `${day}-${randomBytes(3).toString('hex')}` : day;
  return { kid, key: randomBytes(keyBytes).toString('base64url') };
};

/** The ring after a step of a rotation, or why the step cannot be taken. */
export const rotated = (ring: LinkKey[], step: string, now: Date): LinkKey[] => {
  const [first, ...others] = ring;
  const newest = ring.at(-1);
  if (first === undefined || newest === undefined) throw new Error('The ring is empty.');
  // Last: every instance verifies with it before any signs with it.
  if (step === 'add') return [...ring, newKey(now, ring)];
  if (step === 'promote') {
    if (others.length === 0) throw new Error('There is no second key: add one first.');
    return [newest, ...ring.slice(0, -1)];
  }
  if (step === 'retire') {
    if (others.length === 0) throw new Error('There is one key only: it signs.');
    return ring.slice(0, -1);
  }
  throw new Error(unknownStep);
};

const tries = 12;
const pauseMs = Number(process.env.HOOK_PAUSE_MS ?? 15_000);

/** Roles take minutes to reach a new vault: a refusal is tried again for as long. */
const patiently = async (args: string[]): Promise<Ended> => {
  for (let left = tries; ; left -= 1) {
    const ended = await run('az', args);
    if (ended.code === 0 || !/Forbidden|ForbiddenByRbac/i.test(ended.said) || left === 1) return ended;
    console.log('The vault does not let you in yet; trying again.');
    await pause(pauseMs);
  }
};

const write = async (secret: string[], ring: LinkKey[]): Promise<void> => {
  const { code, said } = await asFile(JSON.stringify(ring), (file) =>
    patiently(['keyvault', 'secret', 'set', ...secret, '--file', file, '--encoding', 'utf-8', '--output', 'none']),
  );
  if (code !== 0) throw new Error(`The key ring was not written:\n${said.trim()}`);
};

const readRing = (secret: string[]): Promise<LinkKey[]> =>
  // az makes the file with the rights that it likes.
  inPrivate(async (path) => {
    const args = ['keyvault', 'secret', 'download', ...secret, '--file', path, '--encoding', 'utf-8'];
    await runOk('az', args, 'Reading the key ring');
    // The cast: written above.
    return JSON.parse(await readFile(path, 'utf8')) as LinkKey[];
  });

export const linkKeys = async ([step]: string[]): Promise<void> => {
  // Before the environment is asked for: a misspelt step is no question of that.
  if (step !== undefined && !rotationSteps.includes(step)) throw new Error(unknownStep);
  const secret = ['--vault-name', needed('AZURE_KEY_VAULT_NAME'), '--name', needed('DECISION_LINK_KEYS_SECRET_NAME')];
  if (step !== undefined) {
    const ring = rotated(await readRing(secret), step, new Date());
    await write(secret, ring);
    console.log(
      `Decision links: ${ring.map(({ kid }) => kid).join(', ')}; the first signs. Restart the app, so that it reads them.`,
    );
    return;
  }
  const found = await patiently(['keyvault', 'secret', 'show', ...secret, '--query', 'id', '--output', 'tsv']);
  if (found.code === 0) {
    console.log('Decision links: the key ring is there and stays.');
    return;
  }
  if (/deleted but recoverable|ObjectIsDeletedButRecoverable/i.test(found.said)) {
    throw new Error(
      'The key ring was deleted. Links that are out need it: bring it back with az keyvault secret recover.',
    );
  }
  if (!/SecretNotFound|not found/i.test(found.said))
    throw new Error(`The key ring was not read:\n${found.said.trim()}`);
  await write(secret, [newKey(new Date())]);
  console.log('Decision links: a key ring was made.');
};
