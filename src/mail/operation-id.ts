import { createHash } from 'node:crypto';
import { claimIdPattern, idAlphabet } from '../domain/ids.ts';
import { type MailKind, mailKinds } from '../domain/mail-kinds.ts';

/** Which mail it is: `number` tells apart mails of one kind for one claim. */
export type MailId = { partnerId: string; claimId: string; kind: MailKind; number: number };

/**
 * A UUID of version 8 (RFC 9562) has 122 bits of one's own. They hold, from the top: the claim ID (85 bits), the kind (5),
 * the number (16) and the beginning of the partner's hash (16).
 */
const claimBits = 85n;
const kindBits = 5n;
const numberBits = 16n;
const partnerBits = 16n;

const low = (value: bigint, bits: bigint): bigint => value & ((1n << bits) - 1n);

/** The part of a partner's directory ID that fits into an operation ID. Two partners may share one. */
export const partnerMark = (partnerId: string): number =>
  createHash('sha256').update(partnerId).digest().readUInt16BE(0);

const claimNumber = (claimId: string): bigint => {
  if (!claimIdPattern.test(claimId)) throw new Error('An operation ID is made of a claim ID.');
  return [...claimId.slice(3).replace('-', '')].reduce(
    (value, digit) => value * 32n + BigInt(idAlphabet.indexOf(digit)),
    0n,
  );
};

const claimIdOf = (value: bigint): string => {
  let rest = value;
  let digits = '';
  while (digits.length < Number(claimBits) / 5) {
    digits = `${idAlphabet[Number(low(rest, 5n))]}${digits}`;
    rest >>= 5n;
  }
  return `ca-${digits.slice(0, 9)}-${digits.slice(9)}`;
};

/**
 * The operation ID of a mail: always the same for the same mail, which the mail service uses to send it once. A delivery
 * report names nothing else of ours, so the ID leads back to the claim; a row for every mail would cost a write each.
 */
export const operationIdOf = ({ partnerId, claimId, kind, number }: MailId): string => {
  let value = claimNumber(claimId);
  value = (value << kindBits) | BigInt(mailKinds.indexOf(kind));
  value = (value << numberBits) | low(BigInt(number), numberBits);
  value = (value << partnerBits) | BigInt(partnerMark(partnerId));
  // 48 bits, version, 12 bits, variant, 62 bits.
  const hex = [
    (value >> 74n).toString(16).padStart(12, '0'),
    ((8n << 12n) | low(value >> 62n, 12n)).toString(16).padStart(4, '0'),
    ((2n << 62n) | low(value, 62n)).toString(16).padStart(16, '0'),
  ].join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

const operationIdPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** What an operation ID says; undefined for one that is not ours. An ID of someone else may look like ours: no claim is found then. */
export const readOperationId = (
  operationId: string,
): (Omit<MailId, 'partnerId'> & { partnerMark: number }) | undefined => {
  if (!operationIdPattern.test(operationId)) return undefined;
  const all = BigInt(`0x${operationId.replaceAll('-', '')}`);
  const value = ((all >> 80n) << 74n) | (low(all >> 64n, 12n) << 62n) | low(all, 62n);
  const kind = mailKinds[Number(low(value >> (numberBits + partnerBits), kindBits))];
  if (kind === undefined) return undefined;
  return {
    claimId: claimIdOf(value >> (kindBits + numberBits + partnerBits)),
    kind,
    number: Number(low(value >> partnerBits, numberBits)),
    partnerMark: Number(low(value, partnerBits)),
  };
};

/** More than any window has. */
const remindersPerLink = 100;

/** The number of a reminder's mail: reminders are counted again with every link, their mails are not. */
export const reminderMailNumber = (linkVersion: number, reminder: number): number =>
  (linkVersion - 1) * remindersPerLink + reminder;

/** The number of the reminder that a reminder's mail is, among those of its link. */
export const reminderOf = ({ number }: Pick<MailId, 'number'>): number => ((number - 1) % remindersPerLink) + 1;

/** The number of the mail with a notice of a deadline, which are counted for each link too. */
export const deadlineMailNumber = reminderMailNumber;

/** The version of the link in a mail, of the kinds that have one to answer with. */
export const linkVersionOf = ({ kind, number }: Pick<MailId, 'kind' | 'number'>): number | undefined => {
  if (kind === 'request') return number;
  return kind === 'reminder' ? Math.ceil(number / remindersPerLink) : undefined;
};
