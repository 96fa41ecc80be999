import { claimStatuses } from '../../../domain/claim-state.ts';
import { closers } from '../../../domain/closed-by.ts';
import { type ClaimFilter, type ListSort, listSorts, type Span } from '../../../domain/view/claim-filter.ts';
import { textSearch } from '../../../domain/view/search-words.ts';
import { present } from '../../../lib/present.ts';
import { Problem } from '../../../lib/result.ts';
import { topOf } from '../cursor-page.ts';

/** A list request. `list` says which list it is, in one form however it was asked for; `after` is not read yet. */
export type ListQuery = { filter: ClaimFilter; sort: ListSort; top: number; list: string; after?: string };

const several = 'repeated or with commas for any of several.';
const instant = 'RFC 3339, or a day such as 2026-11-20 in UTC; it counts too.';

export const listParameters = {
  status: `One or more of ${claimStatuses.join(', ')}; ${several}`,
  solutionArea: `Code of a solution area; ${several}`,
  location: `MPN ID of a partner location; ${several}`,
  activity: `Code of an activity; ${several}`,
  product: `Code of a product; ${several}`,
  createdFrom: `Created at or after: ${instant}`,
  createdTo: `Created at or before: ${instant}`,
  deadlineFrom: `Waits for an answer until this or later: ${instant}`,
  deadlineTo: `Waits for an answer until this or earlier: ${instant}`,
  q: 'Words, each of which begins a word of the claim name, the customer name or the domain (the first eight are searched), or of a present or former name of a product; or a claim ID.',
  needsAction: '`true` for claims with attentionReasons: drafts, and claims that wait for more than the customer.',
  closedBy: `Who closed the claim: one of ${closers.join(', ')}. For system, time ran out or the subscriptions ended.`,
  sort: '`newest` (created last; the default), `changed` (changed last), `deadline` (soonest; only claims that wait for an answer).',
  top: 'Claims a page, 1 to 100 (25). A page may be shorter, even empty, and have a nextLink: go on until there is none.',
  after: 'Where the page before ended; part of nextLink, and good only for the same list.',
};

const closedStatuses = claimStatuses.filter((status) => status !== 'draft' && status !== 'submitted');

const maxValues = 10;
const maxText = 200;
/** In characters, percent-encoded. */
const maxQueryLength = 4000;

const problem = (name: keyof typeof listParameters): Problem =>
  new Problem('invalid-query', `The value of ${name} is not accepted. What it takes: ${listParameters[name]}`);

const valuesOf = (query: URLSearchParams, name: 'status' | 'solutionArea' | 'location' | 'activity' | 'product') => {
  const values = [...new Set(query.getAll(name).flatMap((text) => text.split(',')))].filter((text) => text !== '');
  return values.length > maxValues || values.some((text) => text.length > 100) ? problem(name) : values;
};

const day = /^\d{4}-\d{2}-\d{2}$/;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;

/** The instant that a parameter names; a day stands for its first or its last instant. */
const instantOf = (query: URLSearchParams, name: SpanEnd): string | undefined | Problem => {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  const whole = day.test(text) ? `${text}T${name.endsWith('To') ? '23:59:59.999' : '00:00:00.000'}Z` : text;
  const at = moment.test(whole) ? new Date(whole) : new Date(Number.NaN);
  // Years that the claims' own times, and IDs, do not have.
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1970 || at.getUTCFullYear() > 2999) return problem(name);
  // 31 February is no day, though it can be read as one.
  const named = whole.slice(0, 10);
  return new Date(`${named}T00:00:00.000Z`).toISOString().startsWith(named) ? at.toISOString() : problem(name);
};
type SpanEnd = 'createdFrom' | 'createdTo' | 'deadlineFrom' | 'deadlineTo';

const spanOf = (query: URLSearchParams, start: SpanEnd, end: SpanEnd): Span | Problem => {
  const from = instantOf(query, start);
  if (from instanceof Problem) return from;
  const to = instantOf(query, end);
  if (to instanceof Problem) return to;
  if (from !== undefined && to !== undefined && from > to) {
    return new Problem('invalid-query', `${start} is later than ${end}.`);
  }
  return present({ from, to });
};

/** The requested list, or its error. */
export const parseListQuery = (query: URLSearchParams): ListQuery | Problem => {
  // The nextLink repeats it, and must pass any proxy in front of the app.
  if (query.toString().length > maxQueryLength) return new Problem('invalid-query', 'The query is too long.');
  const asked = valuesOf(query, 'status');
  if (asked instanceof Problem) return asked;
  const statuses = claimStatuses.filter((status) => asked.includes(status));
  if (statuses.length < asked.length) return problem('status');
  const solutionAreas = valuesOf(query, 'solutionArea');
  if (solutionAreas instanceof Problem) return solutionAreas;
  const locations = valuesOf(query, 'location');
  if (locations instanceof Problem) return locations;
  const activities = valuesOf(query, 'activity');
  if (activities instanceof Problem) return activities;
  const products = valuesOf(query, 'product');
  if (products instanceof Problem) return products;
  const created = spanOf(query, 'createdFrom', 'createdTo');
  if (created instanceof Problem) return created;
  const deadline = spanOf(query, 'deadlineFrom', 'deadlineTo');
  if (deadline instanceof Problem) return deadline;

  const top = topOf(query, { default: 25, max: 100 });
  if (top === undefined) return problem('top');
  const sort = listSorts.find((known) => known === (query.get('sort') ?? 'newest'));
  if (sort === undefined) return problem('sort');
  const needsAction = query.get('needsAction');
  if (needsAction !== null && needsAction !== 'true' && needsAction !== 'false') return problem('needsAction');
  const closedBy = closers.find((known) => known === query.get('closedBy'));
  if (query.has('closedBy') && closedBy === undefined) return problem('closedBy');
  const q = query.get('q')?.trim() ?? '';
  if (q.length > maxText) return new Problem('invalid-query', `q: at most ${maxText} characters.`);
  const after = query.get('after');

  const filter: ClaimFilter = present({
    // Claims that are closed are found by their status.
    statuses: closedBy !== undefined && statuses.length === 0 ? closedStatuses : statuses,
    solutionAreas,
    locations,
    activities,
    products,
    created,
    deadline,
    text: q === '' ? undefined : textSearch(q),
    needsAction: needsAction === null ? undefined : needsAction === 'true',
    closedBy,
  });
  const sorted = [statuses, solutionAreas, locations, activities, products].map((values) => values.toSorted());
  const list = JSON.stringify([sort, ...sorted, created, deadline, q, needsAction, ...(closedBy ? [closedBy] : [])]);
  return present({ filter, sort, top, list, after });
};
