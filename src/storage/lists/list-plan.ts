import type { TableClient } from '@azure/data-tables';
import { countedDown } from '../../domain/ids.ts';
import { nearUntil } from '../../domain/view/attention-reasons.ts';
import { type ClaimFilter, isUnbounded, type Span } from '../../domain/view/claim-filter.ts';
import { productsNamed } from '../../domain/view/search-words.ts';
import { headings, last } from '../claims/index-keys.ts';
import { readRange } from '../table/row-range.ts';
import { allOf, anyOf, type Budget, knownSource, rangeSource, type Source } from './candidates.ts';

/** With more IDs than this for one word or span of deadlines, the list is filtered claim by claim instead of in memory. */
const maxGathered = 1000;
/** A word that is in the names of more products than this parts no claims from others. */
const maxProducts = 10;

type PlanOptions = {
  table: TableClient;
  partnerId: string;
  filter: ClaimFilter;
  now: Date;
  budget: Budget;
  /** Rows of each first read. */
  first: number;
};

/**
 * The rows that a list is read from, newest first: those under the headings that the filter names, all of which a claim has
 * to have. Undefined when the filter names none: the list is then read from the claims themselves.
 */
export const planByKeys = async (options: PlanOptions): Promise<Source | undefined> => {
  const { table, partnerId, filter, now, budget, first } = options;
  const { from, to: end } = idsWithin(filter.created);
  const under = (heading: string, copies = false): Source => {
    // Every source may be read at least once, so that each page makes progress.
    budget.reads += 1;
    return startingAt(from, rangeSource({ table, partnerId, heading, first, budget, copies, end }));
  };
  const each = (values: string[], heading: (value: string) => string): Source[] =>
    values.length === 0 ? [] : [anyOf(values.map((value) => under(heading(value))))];
  const waiting = () => under(headings.status('submitted'), true);
  const near = async () => (await withDeadline(options, { to: nearUntil(now) })) ?? waiting();
  const withStatus = filter.statuses.map((status) => under(headings.status(status), true));

  const sources = [
    ...(withStatus.length === 0 ? [] : [anyOf(withStatus)]),
    ...each(filter.locations, headings.location),
    ...each(filter.solutionAreas, headings.solutionArea),
    ...each(filter.activities, headings.activity),
    ...each(filter.products, headings.product),
    ...(filter.needsAction
      ? [anyOf([under(headings.status('draft'), true), under(headings.attention), await near()])]
      : []),
    ...(await gathered(options, waiting, (code) => under(headings.product(code)))),
    ...(isUnbounded(filter.created) ? [] : [under('c', true)]),
  ];
  return sources.length === 0 ? undefined : allOf(sources);
};

/** Claims with a key in this range, in the order of their IDs; undefined when they are too many for memory. */
const idsIn = async ({ table, partnerId }: PlanOptions, from: string, to: string): Promise<Source | undefined> => {
  const { rows, more } = await readRange(table, { partnerId, from, to, select: ['rowKey'] }, maxGathered);
  const ids = new Set(rows.map(({ rowKey }) => rowKey.slice(rowKey.lastIndexOf('|') + 1)));
  return more ? undefined : knownSource([...ids].map((id) => ({ position: id, id })));
};

const withDeadline = (options: PlanOptions, span: Span): Promise<Source | undefined> => {
  const { from, to } = positionsOf(span);
  return idsIn(options, `${headings.deadline}|${from}`, `${headings.deadline}|${to}`);
};

/** Claims that a word finds: by their own words, or by a name of a product of theirs. */
const withWord = async (
  options: PlanOptions,
  word: string,
  withProduct: (code: string) => Source,
): Promise<Source | undefined> => {
  const products = productsNamed(word);
  if (products.length > maxProducts) return undefined;
  const own = await idsIn(options, headings.word(word), `${headings.word(word)}${last}`);
  return own === undefined || products.length === 0 ? own : anyOf([own, ...products.map(withProduct)]);
};

/** Sources whose rows are not in the order of claim IDs: prefixes of words, deadlines. */
const gathered = async (
  options: PlanOptions,
  waiting: () => Source,
  withProduct: (code: string) => Source,
): Promise<Source[]> => {
  const { text, deadline } = options.filter;
  if (text?.claimId !== undefined) return [knownSource([{ position: text.claimId, id: text.claimId }])];
  if (text?.words.length === 0) return [knownSource([])];

  const byWord = (text?.words ?? []).map((word) => withWord(options, word, withProduct));
  const byDeadline = async (): Promise<Source> => (await withDeadline(options, deadline)) ?? waiting();
  const sources = await Promise.all([...byWord, ...(isUnbounded(deadline) ? [] : [byDeadline()])]);
  return sources.filter((source) => source !== undefined);
};

/** The part of a source from `first` on. */
export const startingAt = (first: string, { seek, few }: Source): Source => ({
  seek: (position) => seek(position < first ? first : position),
  few: (position) => few(position < first ? first : position),
});

/** The range of claim IDs for a span of creation times: IDs are in order of time. */
export const idsWithin = ({ from, to }: Span): { from: string; to: string } => ({
  from: to === undefined ? '' : `ca-${countedDown(new Date(to))}`,
  to: from === undefined ? last : `ca-${countedDown(new Date(from))}${last}`,
});

/** The range of positions in the list of deadlines for a span. */
export const positionsOf = ({ from = '', to }: Span): { from: string; to: string } => ({
  from,
  to: to === undefined ? last : `${to}|${last}`,
});
