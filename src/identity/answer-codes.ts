import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AnswerCode, Claim } from '../domain/claim.ts';
import { isCode } from '../domain/request/answer-code.ts';

/**
 * The codes that customers type, made from the record with the keys of the links: the record alone gives no code away, and a mail
 * that is sent again has the same code. Another claim, link, answer or time gives another code.
 */

export type AnswerCodes = ReturnType<typeof createAnswerCodes>;

type Coded = Pick<Claim, 'partnerId' | 'id'>;

export const createAnswerCodes = (keys: { kid: string; key: string }[]) => {
  const secrets = keys.map(({ key }) => Buffer.from(key, 'base64url'));

  const codeWith = (secret: Buffer, { partnerId, id }: Coded, code: AnswerCode): string => {
    const { number, linkVersion, outcome, issuedAt } = code;
    const facts = JSON.stringify(['answer-code', partnerId, id, linkVersion, number, outcome, issuedAt]);
    const digest = createHmac('sha256', secret).update(facts).digest();
    return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
  };

  /** The six digits of a code. */
  const digitsOf = (claim: Coded, code: AnswerCode): string => {
    const [signer] = secrets;
    if (signer === undefined) throw new Error('The key ring is empty.');
    return codeWith(signer, claim, code);
  };

  /** Whether these are its digits. A key that was replaced since it was sent still counts. */
  const matches = (claim: Coded, code: AnswerCode, typed: string): boolean =>
    isCode(typed) &&
    secrets.some((secret) => timingSafeEqual(Buffer.from(codeWith(secret, claim, code)), Buffer.from(typed)));

  return { digitsOf, matches };
};
