import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { ClaimStatus } from './claim-state.ts';

/** Who did it. Customers and partners are named as they were known at that moment. */
export type Actor = { kind: 'partner' | 'customer' | 'system' | 'operator'; name?: string; id?: string };
export const system = { kind: 'system' } as const satisfies Actor;

/** What an operation wants recorded; sequence, time and hashes are added when it is appended. */
export type NewHistoryEntry = {
  actor: Actor;
  event: string;
  from: ClaimStatus | null;
  to: ClaimStatus;
  detail?: Record<string, unknown>;
};

/**
 * One line of a claim's history. `hash` = SHA-256 over `previousHash` and the canonical JSON of all other fields. Of an `erased`
 * one it is that of the entry as it was; a later entry `contact-erased` holds the digest of what is left.
 */
export type HistoryEntry = NewHistoryEntry & {
  sequence: number;
  at: string;
  previousHash: string;
  hash: string;
  erased?: true;
};

/** The end of a claim's chain: how many entries it has and the hash of the last. */
export type HistoryHead = { length: number; hash: string };

export const emptyHistory: HistoryHead = { length: 0, hash: '' };

const hashOf = (entry: Omit<HistoryEntry, 'hash'>): string => {
  const { previousHash, ...content } = entry;
  return createHash('sha256').update(previousHash).update(canonicalJson(content)).digest('hex');
};

/** Links new entries to the end of the chain. */
export const appendHistory = (
  head: HistoryHead,
  entries: NewHistoryEntry[],
  at: string,
): { head: HistoryHead; entries: HistoryEntry[] } => {
  let { length, hash } = head;
  const linked = entries.map((entry) => {
    length += 1;
    const unhashed = { ...entry, sequence: length, at, previousHash: hash };
    hash = hashOf(unhashed);
    return { ...unhashed, hash };
  });
  return { head: { length, hash }, entries: linked };
};

/** What operators do without the partner or the customer being told. */
const operatorsOnly: ReadonlySet<string> = new Set(['held', 'released']);
export const withheldEvent = 'withheld';

/** A history entry as partners see it: of some only the place in the chain remains. */
export type ShownEntry = HistoryEntry & { withheld?: true };

/**
 * The entry as its partner may see it. A withheld one keeps its place, time and hash, so that the entries around it can be checked;
 * its own hash is checked by the service, which has the entry itself.
 */
export const shownToPartner = (entry: HistoryEntry): ShownEntry => {
  if (!operatorsOnly.has(entry.event)) return entry;
  const { sequence, at, actor, from, to, previousHash, hash } = entry;
  const { kind } = actor;
  return { sequence, at, actor: { kind }, event: withheldEvent, from, to, previousHash, hash, withheld: true };
};

/** The digests of erased entries, by sequence number, that the entries of the chain vouch for. The last one counts. */
const digestsIn = (entries: HistoryEntry[]): Map<number, unknown> =>
  new Map(
    entries
      .filter(({ event, erased }) => event === erasedEvent && !erased)
      .flatMap(({ detail }) => Object.entries(Object(detail?.digests)))
      .map(([sequence, digest]) => [Number(sequence), digest]),
  );
export const erasedEvent = 'contact-erased';

/** SHA-256, hex, over the canonical JSON of an entry as it stands, with all its members. */
export const digestOf = (entry: HistoryEntry): string =>
  createHash('sha256').update(canonicalJson(entry)).digest('hex');

/** The sequence number of the first entry that does not fit the chain or its head, or undefined when all is well. */
export const firstBrokenEntry = (entries: HistoryEntry[], head: HistoryHead): number | undefined => {
  let previousHash = '';
  const digests = digestsIn(entries);
  for (const [index, entry] of entries.entries()) {
    const { hash, ...content } = entry;
    const sequence = index + 1;
    const isAsAppended = entry.erased ? digests.get(sequence) === digestOf(entry) : hashOf(content) === hash;
    if (content.sequence !== sequence || content.previousHash !== previousHash || !isAsAppended) return sequence;
    previousHash = hash;
  }
  return entries.length === head.length && previousHash === head.hash ? undefined : entries.length + 1;
};
