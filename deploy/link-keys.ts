import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { letAppRead, letAppReadIfItCannot } from './key-reference.ts';
import { patiently } from './patience.ts';
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

/** Roles take minutes to reach a new vault. */
const vault = (args: string[]): Promise<Ended> =>
  patiently(() => run('az', ['keyvault', 'secret', ...args]), {
    tooEarly: ({ code, said }) => code !== 0 && /Forbidden/i.test(said),
    minutes: 3,
    saying: 'The vault does not let you in yet; trying again.',
  });

/** What tells the version of a secret, and not the secret. */
const idOnly = ['--query', 'id', '--output', 'tsv'];
const versionIn = (id: string): string => id.trim().replace(/.*\//, '');

/** Writes the ring and lets the app have it. */
const write = async (secret: string[], ring: LinkKey[]): Promise<void> => {
  const { code, out, said } = await asFile(JSON.stringify(ring), (file) =>
    vault(['set', ...secret, '--file', file, '--encoding', 'utf-8', ...idOnly]),
  );
  if (code !== 0) throw new Error(`The key ring was not written:\n${said.trim()}`);
  console.log(`Decision links: ${ring.map(({ kid }) => kid).join(', ')}; the first signs.`);
  await letAppRead(versionIn(out));
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
    await write(secret, rotated(await readRing(secret), step, new Date()));
    return;
  }
  const found = await vault(['show', ...secret, ...idOnly]);
  if (found.code === 0) {
    console.log('Decision links: the key ring is there and stays.');
    await letAppReadIfItCannot(versionIn(found.out));
    return;
  }
  if (/deleted but recoverable|ObjectIsDeletedButRecoverable/i.test(found.said)) {
    throw new Error(
      'The key ring was deleted. Links that are out need it: bring it back with az keyvault secret recover.',
    );
  }
  if (!/SecretNotFound|not found/i.test(found.said))
    throw new Error(`The key ring was not read:\n${found.said.trim()}`);
  console.log('Decision links: a key ring is made.');
  await write(secret, [newKey(new Date())]);
};
