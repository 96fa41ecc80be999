import type { TableClient } from '@azure/data-tables';
import type { ClaimSummary } from '../../domain/view/claim-summary.ts';
import { present } from '../../lib/present.ts';
import { last } from '../claims/index-keys.ts';
import { readRange } from '../table/row-range.ts';

/** A claim that may belong to a list. `position` is its place in the order of its source, which is its ID in most of them. */
export type Candidate = { position: string; id: string; summary?: ClaimSummary };

/** What a source has at a position: `end` when there is nothing more, `spent` when the page's read budget is used up. */
export type Head = Candidate | 'end' | 'spent';

/** Candidates in order. Callers only ever ask for later positions. */
export type Source = {
  /** The first at or after a position. */
  seek: (position: string) => Promise<Head>;
  /** All from a position on, if one read brings them; undefined when there are more. */
  few: (position: string) => Promise<Candidate[] | undefined>;
};

/** The range reads that one page may still make. `reached`: the position sought when they ran out; nothing before it is left. */
export type Budget = { reads: number; reached?: string };

const maxRead = 1000;

type RangeOptions = {
  table: TableClient;
  partnerId: string;
  heading: string;
  /** Rows of the first read. */
  first: number;
  budget: Budget;
  /** Whether the rows hold the summary. */
  copies?: boolean;
  /** End of the range, exclusive. */
  end?: string | undefined;
};

/** The summary in a row; undefined for one that is damaged. */
export const readableSummary = (column: unknown): ClaimSummary | undefined => {
  try {
    // The cast: written by `claimRow` and `indexChange`.
    return JSON.parse(String(column)) as ClaimSummary;
  } catch {
    return undefined;
  }
};

/** The rows under one heading. */
export const rangeSource = ({ table, partnerId, heading, first, budget, copies, end }: RangeOptions): Source => {
  const select = copies ? ['rowKey', 'summary'] : ['rowKey'];
  const to = `${heading}|${end ?? last}`;
  let held: Candidate[] = [];
  let at = 0;
  let size = first;
  let ended = false;
  const candidate = (rowKey: string, summary: unknown): Candidate => ({
    position: rowKey.slice(heading.length + 1),
    id: rowKey.slice(rowKey.lastIndexOf('|') + 1),
    ...(copies ? present({ summary: readableSummary(summary) }) : {}),
  });

  const seek = async (position: string): Promise<Head> => {
    for (;;) {
      // Small reads for a reader that skips most rows, larger ones for a reader that takes them all.
      const leaps = at < held.length / 2;
      while (at < held.length && (held[at]?.position ?? '') < position) at += 1;
      const head = held[at];
      if (head !== undefined) return head;
      const from = `${heading}|${position}`;
      if (ended || from >= to) return 'end';
      if (budget.reads === 0) {
        budget.reached = position;
        return 'spent';
      }
      budget.reads -= 1;
      if (held.length > 0) size = leaps ? first : Math.min(size * 4, Math.max(maxRead, first));
      const { rows, more } = await readRange(table, { partnerId, from, to, select }, size);
      held = rows.map(({ rowKey, summary }) => candidate(rowKey, summary));
      at = 0;
      ended = !more;
    }
  };
  const few = async (position: string): Promise<Candidate[] | undefined> => {
    const head = await seek(position);
    if (head === 'end') return [];
    return head !== 'spent' && ended ? held.slice(at) : undefined;
  };
  return { seek, few };
};

/** Claims whose IDs are in memory. */
export const knownSource = (candidates: Candidate[]): Source => {
  const sorted = candidates.toSorted(byPosition);
  let at = 0;
  const skipTo = (position: string): void => {
    while (at < sorted.length && (sorted[at]?.position ?? '') < position) at += 1;
  };
  return {
    seek: async (position) => {
      skipTo(position);
      return sorted[at] ?? 'end';
    },
    few: async (position) => {
      skipTo(position);
      return sorted.slice(at);
    },
  };
};

const byPosition = (a: Candidate, b: Candidate): number =>
  a.position === b.position ? 0 : a.position < b.position ? -1 : 1;
const isFound = (head: Head): head is Candidate => typeof head === 'object';

/** Claims of any of the sources. */
export const anyOf = (sources: Source[]): Source => ({
  seek: async (position) => {
    const heads = await Promise.all(sources.map((source) => source.seek(position)));
    if (heads.includes('spent')) return 'spent';
    const [first] = heads.filter(isFound).toSorted(byPosition);
    return first ?? 'end';
  },
  few: async (position) => {
    const lists = await Promise.all(sources.map((source) => source.few(position)));
    if (lists.includes(undefined)) return undefined;
    // A claim in several sources counts once.
    const found = lists.flatMap((list) => list ?? []).map((candidate) => [candidate.position, candidate] as const);
    return [...new Map(found).values()];
  },
});

/** Claims that are in all sources: each source skips to the farthest position of the others. */
export const allOf = (sources: Source[]): Source => ({
  seek: async (position) => {
    let wanted = position;
    for (;;) {
      const heads = await Promise.all(sources.map((source) => source.seek(wanted)));
      if (heads.includes('end')) return 'end';
      if (heads.includes('spent')) return 'spent';
      const found = heads.filter(isFound).toSorted(byPosition);
      const farthest = found.at(-1);
      if (farthest === undefined) return 'end';
      if (found[0]?.position === farthest.position) return found.find(({ summary }) => summary) ?? farthest;
      wanted = farthest.position;
    }
  },
  /** The claims of the source with the fewest; the rest of the filter is checked on the claims themselves. */
  few: async (position) => {
    const lists = await Promise.all(sources.map((source) => source.few(position)));
    const [smallest] = lists.filter((list) => list !== undefined).toSorted((a, b) => a.length - b.length);
    return smallest;
  },
});
