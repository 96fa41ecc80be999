import type { ClaimSummary } from '../../domain/view/claim-summary.ts';
import { headingsOf } from './index-keys.ts';

export type IndexRow = { partitionKey: string; rowKey: string; summary?: string };

/** What a change of a claim does to its index rows. `index`: the headings that it has afterwards, stored with the claim. */
export type IndexChange = { put: IndexRow[]; remove: string[]; index: string[] };

/** `room`: how many rows of the transaction are left. `contact`: the address of the customer contact. */
type IndexChangeOptions = {
  partnerId: string;
  claim: ClaimSummary;
  contact?: string | undefined;
  before: string[];
  room: number;
};

/** Headings whose rows never outlive their reason: those with the summary, the count of claims in need of action, the contact. */
const isPrompt = (heading: string): boolean => /^([sude]\||n$)/.test(heading);

/**
 * Brings the index rows of a claim from the headings `before` to those of `claim`. Copies are written with every change,
 * keys only when they are new. The headings are stored with the claim, because a key may lag behind: when reservations fill a
 * transaction (90 of its 100 rows), keys wait for the next change. A row too many does no harm: lists read the claim behind it.
 */
export const indexChange = ({ partnerId, claim, contact, before, room }: IndexChangeOptions): IndexChange => {
  const { copies, pointers } = headingsOf(claim, contact);
  const gone = before.filter((heading) => !copies.includes(heading) && !pointers.includes(heading));
  const goneAtOnce = gone.filter(isPrompt);
  const missing = pointers.filter((heading) => !before.includes(heading));

  const added = missing.slice(0, Math.max(0, room - copies.length - goneAtOnce.length));
  const left = Math.max(0, room - copies.length - goneAtOnce.length - added.length);
  const removed = [...goneAtOnce, ...gone.filter((heading) => !isPrompt(heading)).slice(0, left)];

  const summary = JSON.stringify(claim);
  const rowOf = (heading: string) => ({ partitionKey: partnerId, rowKey: `${heading}|${claim.id}` });
  return {
    put: [...copies.map((heading) => ({ ...rowOf(heading), summary })), ...added.map(rowOf)],
    remove: removed.map((heading) => `${heading}|${claim.id}`),
    index: [...new Set([...copies, ...added, ...before.filter((heading) => !removed.includes(heading))])],
  };
};

/** The headings that a claim has index rows for, by its own row; undefined if the row does not say. */
export const indexOf = (row: Record<string, unknown>): string[] | undefined => {
  try {
    const headings: unknown = JSON.parse(String(row.index));
    // The cast: written by `claimRow`.
    return Array.isArray(headings) ? (headings as string[]) : undefined;
  } catch {
    return undefined;
  }
};
