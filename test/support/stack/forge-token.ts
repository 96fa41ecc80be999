import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importJWK, type JWK, SignJWT } from 'jose';
import { DEMO_USERS } from '../../../local/demo/people.ts';
import { AUDIENCE } from '../../../local/services/identity/names.ts';
import type { Stack } from './stack.ts';

/** The key with which the stack's issuer signs. */
export const issuerKey = async ({ dataDir }: Pick<Stack, 'dataDir'>): Promise<JWK> =>
  JSON.parse(await readFile(join(dataDir, 'identity', 'keys.json'), 'utf8')).signing;

export type TokenWish = {
  user?: string;
  issuer?: string;
  audience?: string;
  /** Seconds from now; an hour. */
  lifeSeconds?: number;
  key?: JWK;
  claims?: Record<string, unknown>;
  /** What the stack's clock shows; this machine's, when it was not moved. */
  now?: Date;
};

/** A token that differs from the issuer's own only in what is wished for. */
export const forgeToken = async (stack: Pick<Stack, 'dataDir' | 'identity'>, wish: TokenWish = {}): Promise<string> => {
  const key = wish.key ?? (await issuerKey(stack));
  const issuedAt = Math.floor((wish.now ?? new Date()).getTime() / 1000);
  const user = DEMO_USERS.find(({ id }) => id === (wish.user ?? 'avery'));
  if (user === undefined) throw new Error(`There is no demo user ${wish.user}.`);
  const { id: sub, tenantId: tid, objectId: oid, name, roles, email } = user;
  return new SignJWT({ sub, tid, oid, name, roles, preferred_username: email, ...wish.claims })
    .setProtectedHeader({ alg: key.alg ?? 'RS256', typ: 'at+jwt', ...(key.kid ? { kid: key.kid } : {}) })
    .setIssuer(wish.issuer ?? stack.identity)
    .setAudience(wish.audience ?? AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + (wish.lifeSeconds ?? 3600))
    .sign(await importJWK(key));
};
