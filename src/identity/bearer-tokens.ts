import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';
import { DependencyUnavailable, Problem } from '../lib/result.ts';
import { type Caller, isOfOperations, type Role, roles } from './caller.ts';

/** The issuer's metadata or keys can't be read, so no token can be accepted or refused. */
export class IssuerUnavailable extends DependencyUnavailable {}

const metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });
const claims = z.object({
  tid: z.guid(),
  oid: z.string().min(1),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  roles: z.array(z.string()).default([]),
});

const timeoutMs = 5000;
/** How long (ms) a verified token is cached: a page makes many calls with the same one. */
const cacheTtlMs = 60_000;
const maxKnown = 1000;
const isRole = (role: string): role is Role => (roles as readonly string[]).includes(role);

export type BearerTokens = ReturnType<typeof createBearerTokens>;

type TokenSettings = { authority: string; audience: string; operatorDirectoryId?: string | undefined };
/** Placeholder in Entra's multi-tenant metadata, where each token names its own directory. */
const anyDirectory = '{tenantid}';

/** Verifies bearer tokens of an OpenID Connect issuer: signature, issuer, audience, lifetime. */
export const createBearerTokens = (settings: TokenSettings) => {
  let issuer: Promise<{ issuer: string; keys: JWTVerifyGetKey }> | undefined;

  const discover = async () => {
    const address = `${settings.authority.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    if (!answer.ok) throw new IssuerUnavailable(`The issuer answered ${answer.status}.`);
    const found = metadata.parse(await answer.json());
    return { issuer: found.issuer, keys: createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: timeoutMs }) };
  };

  /** The issuer's metadata, read once; a failed read is repeated by the next call. */
  const knownIssuer = () => {
    issuer ??= discover().catch((error: unknown) => {
      issuer = undefined;
      throw new IssuerUnavailable('The issuer cannot be reached.', { cause: error });
    });
    return issuer;
  };

  const checked = async (token: string): Promise<JWTPayload | Problem> => {
    const { issuer: expected, keys } = await knownIssuer();
    try {
      const { payload } = await jwtVerify(token, keys, {
        audience: settings.audience,
        algorithms: ['RS256', 'PS256', 'ES256'],
        requiredClaims: ['exp', 'sub'],
        clockTolerance: 60,
      });
      const expectedIssuer = expected.replace(anyDirectory, String(payload.tid));
      return payload.iss === expectedIssuer
        ? payload
        : new Problem('token-invalid', 'The token is from another issuer.');
    } catch (error) {
      if (error instanceof errors.JWTExpired) return new Problem('token-invalid', 'The token has expired.');
      if (error instanceof errors.JWTClaimValidationFailed) {
        return new Problem('token-invalid', `The token's '${error.claim}' is not accepted.`);
      }
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) {
        throw new IssuerUnavailable("The issuer's keys cannot be read.", { cause: error });
      }
      return new Problem('token-invalid');
    }
  };

  /**
   * Whoever administers a directory gives its people the roles of the app there. Where people of any directory sign in, one may
   * so make them operators: the role counts in the directory of the operators alone.
   */
  const isOperatorOf = (directoryId: string, issuerName: string): boolean =>
    settings.operatorDirectoryId === undefined
      ? !issuerName.includes(anyDirectory)
      : settings.operatorDirectoryId.toLowerCase() === directoryId;

  const known = new Map<string, { caller: Caller; until: number }>();

  /** The caller of an Authorization header, or a coded refusal. Throws `IssuerUnavailable`. */
  const callerOf = async (authorization: string | null): Promise<Caller | Problem> => {
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return new Problem(authorization ? 'token-invalid' : 'token-missing');
    const seen = known.get(token);
    if (seen !== undefined && Date.now() < seen.until) return seen.caller;
    const payload = await checked(token);
    if (payload instanceof Problem) return payload;
    const read = claims.safeParse(payload);
    if (!read.success) return new Problem('token-invalid', 'The token lacks tid or oid.');
    const { tid, oid, name, preferred_username: email } = read.data;
    const partnerId = tid.toLowerCase();
    const mayOperate = isOperatorOf(partnerId, (await knownIssuer()).issuer);
    const caller = {
      partnerId,
      userId: oid,
      name: name ?? email ?? oid,
      email: email ?? '',
      roles: read.data.roles.filter(isRole).filter((role) => !isOfOperations(role) || mayOperate),
    };
    if (known.size >= maxKnown) known.clear();
    known.set(token, { caller, until: Math.min(Date.now() + cacheTtlMs, Number(payload.exp) * 1000) });
    return caller;
  };

  /** Resolves when the issuer answers. */
  const ready = async (): Promise<void> => {
    await knownIssuer();
  };

  return { callerOf, ready };
};
