import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export type IdentityKeys = { signing: JWK; cookies: string[] };

const create = async (): Promise<IdentityKeys> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const signing = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: randomBytes(8).toString('hex') };
  return { signing, cookies: [randomBytes(32).toString('base64url')] };
};

/** The issuer's keys: made once and kept in `file`, so that a token outlives a restart. */
export const loadKeys = async (file: string): Promise<IdentityKeys> => {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  // The cast: the file is written below and nowhere else.
  if (kept !== undefined) return JSON.parse(kept) as IdentityKeys;
  const keys = await create();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
};
