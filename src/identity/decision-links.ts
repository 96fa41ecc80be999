import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { claimIdPattern } from '../domain/ids.ts';

/**
 * Decision links. The token holds claim, partner, version of the link and expiry. It is stored nowhere, and the same facts
 * give the same token, so a mail that is sent again carries the same link.
 */

export type LinkFacts = {
  partnerId: string;
  claimId: string;
  version: number;
  issuedAt: string;
  /** A receipt's link shows the outcome and can withdraw an approval, but can't decide. */
  purpose: 'decide' | 'take-back';
};
export type LinkReading = { state: 'valid' | 'expired'; facts: LinkFacts } | { state: 'invalid' };

const audience = 'decision';
const daySeconds = 86_400;
const maxTokenLength = 1000;
const tokenPattern = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const payloadShape = z.object({
  p: z.guid(),
  c: z.string().regex(claimIdPattern),
  v: z.number().int().positive(),
  iat: z.number(),
  u: z.literal('take-back').optional(),
});

/** The token within what was asked for. Mail programs and people leave the mark behind a link in it: `.`, `,`, `>`, `)`. */
export const tokenIn = (text: string): string => (text.length > maxTokenLength ? text : text.replace(/[^\w-]+$/, ''));

export type DecisionLinks = ReturnType<typeof createDecisionLinks>;

/** A link and its expiry. */
export type DatedLink = { href: string; until: string };

export const createDecisionLinks = (options: {
  keys: { kid: string; key: string }[];
  publicUrl: string;
  lifetimeDays: number;
  receiptLinkDays: number;
}) => {
  const ring = options.keys.map(({ kid, key }) => ({ kid, secret: Buffer.from(key, 'base64url') }));
  const base = options.publicUrl.replace(/\/$/, '');

  /** The link's address, for the mail and nothing else. */
  const linkFor = async ({ partnerId, claimId, version, issuedAt, purpose }: LinkFacts): Promise<DatedLink> => {
    const [signer] = ring;
    if (signer === undefined) throw new Error('The key ring is empty.');
    const issued = Math.floor(Date.parse(issuedAt) / 1000);
    const isReceipt = purpose === 'take-back';
    const days = isReceipt ? options.receiptLinkDays : options.lifetimeDays;
    const until = issued + days * daySeconds;
    const token = await new SignJWT({ p: partnerId, c: claimId, v: version, ...(isReceipt ? { u: purpose } : {}) })
      .setProtectedHeader({ alg: 'HS256', kid: signer.kid })
      .setAudience(audience)
      .setIssuedAt(issued)
      .setExpirationTime(until)
      .sign(signer.secret);
    return { href: `${base}/decisions/${token}`, until: new Date(until * 1000).toISOString() };
  };

  /** The content of a token whose signature is valid. */
  const read = async (text: string): Promise<LinkReading> => {
    const token = tokenIn(text);
    // The verifier tolerates blanks within a signature, but a path with blanks would not route back here.
    if (token.length > maxTokenLength || !tokenPattern.test(token)) return { state: 'invalid' };
    try {
      const { kid } = decodeProtectedHeader(token);
      const key = ring.find((candidate) => candidate.kid === kid);
      if (key === undefined) return { state: 'invalid' };
      const { payload } = await jwtVerify(token, key.secret, {
        audience,
        algorithms: ['HS256'],
        requiredClaims: ['exp', 'iat'],
      });
      return factsOf('valid', payload);
    } catch (error) {
      // Expiry is checked after the signature, so an expired token is one of ours.
      return error instanceof errors.JWTExpired ? factsOf('expired', error.payload) : { state: 'invalid' };
    }
  };

  return { linkFor, read };
};

const factsOf = (state: 'valid' | 'expired', payload: unknown): LinkReading => {
  const known = payloadShape.safeParse(payload);
  if (!known.success) return { state: 'invalid' };
  const { p, c, v, iat, u } = known.data;
  const issuedAt = new Date(iat * 1000).toISOString();
  return { state, facts: { partnerId: p, claimId: c, version: v, issuedAt, purpose: u ?? 'decide' } };
};
