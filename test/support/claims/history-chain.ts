import { createHash } from 'node:crypto';

/** A history entry as the API shows it. */
export type ShownEntry = {
  sequence: number;
  event: string;
  at: string;
  actor: { kind: string; name?: string; id?: string };
  from: string | null;
  to: string;
  detail?: Record<string, unknown>;
  previousHash: string;
  hash: string;
};

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`);
  return `{${members.toSorted().join(',')}}`;
};

/**
 * The hashes that the entries ought to have, worked out from what the API documents and nothing of the app's code:
 * SHA-256 over the hash before and the JSON of all other members, keys sorted. `from`: the hash before the first of them.
 */
export const recomputedHashes = (entries: ShownEntry[], from = ''): string[] => {
  let before = from;
  return entries.map(({ hash, previousHash, ...content }) => {
    before = createHash('sha256')
      .update(before + canonical(content))
      .digest('hex');
    return before;
  });
};

/**
 * `actor event from>to`, for a look at a whole history at once. Delivery reports are left out: when one comes, and so its
 * place, is up to the mail service.
 */
export const inShort = (entries: ShownEntry[]): string[] =>
  entries
    .filter(({ event }) => event !== 'delivery-reported')
    .map(({ actor, event, from, to }) => `${actor.kind} ${event} ${from ?? ''}>${to}`);
