import type { TableClient } from '@azure/data-tables';
import { type ClaimFilter, type ListSort, matchesFilter } from '../../domain/view/claim-filter.ts';
import { type ClaimSummary, summaryAt } from '../../domain/view/claim-summary.ts';
import { rowKeys } from '../claims/claim-rows.ts';
import { changedPosition, deadlinePosition, headings, last } from '../claims/index-keys.ts';
import { undefinedOn404 } from '../table/errors.ts';
import { type Budget, type Candidate, knownSource, rangeSource, readableSummary, type Source } from './candidates.ts';
import { idsWithin, planByKeys, positionsOf, startingAt } from './list-plan.ts';

/** `now`: the time for everything that depends on the clock. */
export type ListRequest = { partnerId: string; filter: ClaimFilter; sort: ListSort; now: Date };
/** `from`: where the page before ended. */
export type PageRequest = ListRequest & { top: number; from?: string | undefined };
/** `next`: where the next page begins; undefined at the end. A page may be short, or empty, and still have it. */
export type ClaimPage = { value: ClaimSummary[]; next?: string };

/** What a page may cost, whatever the filter: range reads (one more for each key range), claims examined, point reads. */
const pageReads = 12;
const maxLooked = 2000;
const maxPointReads = 200;
const pointReadConcurrency = 32;
/** Up to so many claims under one heading are read into memory; an export reads more. */
const fewClaims = 100;
const fewExported = 1000;

export type ClaimList = ReturnType<typeof createClaimList>;

type Walk = Omit<PageRequest, 'sort' | 'from'> & { source: Source; budget: Budget; from: string };

const positionIn: Record<ListSort, (claim: ClaimSummary) => string> = {
  newest: ({ id }) => id,
  changed: changedPosition,
  deadline: deadlinePosition,
};
const after = (position: string): string => `${position}${last}`;

/** Lists over the claims table, by ranges of index keys and point reads, never by a scan. */
export const createClaimList = (table: TableClient) => {
  const summaryOf = async (
    { partnerId, now }: Pick<ListRequest, 'partnerId' | 'now'>,
    { id, summary }: Candidate,
  ): Promise<ClaimSummary | undefined> => {
    if (summary !== undefined) return summaryAt(summary, now);
    const row = await undefinedOn404(
      table.getEntity(partnerId, rowKeys.claim(id), { queryOptions: { select: ['summary'] } }),
    );
    const own = row && readableSummary(row.summary);
    // One damaged claim must not hide the others.
    return own && summaryAt(own, now);
  };

  /** Up to `count` candidates from a position on; fewer at the end of the source or of the budget. */
  const take = async (source: Source, from: string, count: number) => {
    const candidates: Candidate[] = [];
    let position = from;
    while (candidates.length < count) {
      const head = await source.seek(position);
      if (typeof head !== 'object') return { candidates, position, stopped: head };
      candidates.push(head);
      position = after(head.position);
    }
    return { candidates, position };
  };

  /** The next claims of a source that match. */
  const walk = async ({ source, filter, budget, top, from, ...request }: Walk): Promise<ClaimPage> => {
    const matches = matchesFilter(filter);
    const value: ClaimSummary[] = [];
    let position = from;
    let looked = 0;
    let pointReads = 0;
    let ended = '';
    while (looked < maxLooked && pointReads < maxPointReads) {
      const taken = await take(source, position, Math.min(top + 1 - value.length, pointReadConcurrency));
      const summaries = await Promise.all(taken.candidates.map((candidate) => summaryOf(request, candidate)));
      for (const [index, summary] of summaries.entries()) {
        const candidate = taken.candidates[index];
        // A key may be one change behind, so the claim itself decides.
        if (summary === undefined || candidate === undefined || !matches(summary)) continue;
        if (value.length === top) return { value, next: after(ended) };
        value.push(summary);
        ended = candidate.position;
      }
      if (taken.stopped === 'end') return { value };
      if (taken.stopped === 'spent') return { value, next: budget.reached ?? taken.position };
      looked += taken.candidates.length;
      pointReads += taken.candidates.filter(({ summary }) => summary === undefined).length;
      position = taken.position;
    }
    return { value, next: position };
  };

  /** The claims that the filter's keys lead to, when one heading has no more than `limit`; all matches are among them. */
  const few = async (request: ListRequest, limit: number): Promise<ClaimSummary[] | undefined> => {
    const { partnerId, filter, sort, now } = request;
    const source = await planByKeys({ table, partnerId, filter, now, budget: { reads: 0 }, first: limit });
    const candidates = await source?.few('');
    if (candidates === undefined || candidates.length > limit) return undefined;
    const found: ClaimSummary[] = [];
    for (let at = 0; at < candidates.length; at += pointReadConcurrency) {
      const some = candidates.slice(at, at + pointReadConcurrency);
      const summaries = await Promise.all(some.map((candidate) => summaryOf(request, candidate)));
      found.push(...summaries.filter((summary) => summary !== undefined).filter(matchesFilter(filter)));
    }
    const positionOf = positionIn[sort];
    return found
      .filter(({ deadline }) => sort !== 'deadline' || deadline !== undefined)
      .toSorted((a, b) => (positionOf(a) < positionOf(b) ? -1 : 1));
  };

  /** The claims in the order of `sort`, from rows that hold the summary: what the filter's keys do not narrow. */
  const inOrder = ({ partnerId, filter, sort }: ListRequest, first: number, budget: Budget): Source => {
    const rows = { table, partnerId, first, budget, copies: true };
    if (sort === 'changed') return rangeSource({ ...rows, heading: headings.changed });
    if (sort === 'deadline') {
      const { from, to } = positionsOf(filter.deadline);
      return startingAt(from, rangeSource({ ...rows, heading: headings.deadline, end: to }));
    }
    const [status, another] = filter.statuses;
    const heading = status !== undefined && another === undefined ? headings.status(status) : 'c';
    const { from, to } = idsWithin(filter.created);
    return startingAt(from, rangeSource({ ...rows, heading, end: to }));
  };

  /** Newest first: by the filter's keys; all of what is left when one of them has few claims, or from key to key. */
  const newestPage = async (request: PageRequest, from: string): Promise<ClaimPage> => {
    const { partnerId, filter, top, now } = request;
    const budget: Budget = { reads: pageReads };
    const keys = await planByKeys({ table, partnerId, filter, now, budget, first: Math.max(fewClaims, top + 1) });
    const rest = await keys?.few(from);
    const source = rest ? knownSource(rest) : (keys ?? inOrder(request, top + 1, budget));
    return walk({ ...request, source, budget, from });
  };

  /** One page. What it costs at most does not depend on how many claims the partner has. */
  const page = async (request: PageRequest): Promise<ClaimPage> => {
    const { sort, top, from = '' } = request;
    if (sort === 'newest') return newestPage(request, from);
    const sorted = await few(request, fewClaims);
    if (sorted === undefined) {
      const budget: Budget = { reads: pageReads };
      return walk({ ...request, source: inOrder(request, top + 1, budget), budget, from });
    }
    const rest = sorted.filter((claim) => positionIn[sort](claim) >= from);
    const value = rest.slice(0, top);
    const ended = value.at(-1);
    return rest.length > top && ended ? { value, next: after(positionIn[sort](ended)) } : { value };
  };

  /** All claims of a list, a bounded number of them in memory at any time. */
  async function* all(request: ListRequest): AsyncGenerator<ClaimSummary> {
    const sorted = await few(request, fewExported);
    if (sorted !== undefined) {
      yield* sorted;
      return;
    }
    // The claims in order and not by their keys: a thousand a request, where a key would be a request of its own.
    const matches = matchesFilter(request.filter);
    const source = inOrder(request, fewExported, { reads: Number.POSITIVE_INFINITY });
    for (let position = ''; ; ) {
      const head = await source.seek(position);
      if (typeof head !== 'object') return;
      const claim = head.summary && summaryAt(head.summary, request.now);
      if (claim && matches(claim)) yield claim;
      position = after(head.position);
    }
  }

  return { page, all };
};
