import type { ClaimSummary } from '../../domain/view/claim-summary.ts';
import { headingsOf } from './index-keys.ts';

export type IndexRow = { partitionKey: string; rowKey: string; summary?: string };

/** What a change of a claim does to its index rows. `index`: the headings that it then has, kept beside the claim. */
export type IndexChange = { put: IndexRow[]; remove: string[]; index: string[] };

/** `room`: how many rows of the transaction are left. */
type IndexChangeOptions = { partnerId: string; claim: ClaimSummary; before: string[]; room: number };

/** Headings whose rows are never late: those that hold the summary, and the one that claims in need of action are counted by. */
const isPrompt = (heading: string): boolean => /^([sud]\||n$)/.test(heading);

/**
 * Brings the index rows of a claim from the headings `before` to those of `claim`: copies are written whenever the claim
 * is, keys only when they are new. What was written is kept with the claim rather than made again from it, so that a build
 * with other headings finds the rows of the one before. When a transaction is full of other things (90 reservations), keys
 * wait for the next change: a row too many does no harm, since a list reads the claim behind it.
 */
export const indexChange = ({ partnerId, claim, before, room }: IndexChangeOptions): IndexChange => {
  const { copies, pointers } = headingsOf(claim);
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

/** The headings that the row of a claim says it has. The first build wrote the status alone, and did not say so. */
export const indexOf = (row: Record<string, unknown>): string[] =>
  typeof row.index === 'string' ? (JSON.parse(row.index) as string[]) : [`s|${String(row.status)}`];
