import { useLocation, useSearchParams } from 'react-router';
import type { ClaimStatus } from '../../../client/generated.ts';

export const tabs = ['all', 'action', 'draft', 'waiting', 'approved', 'closed'] as const;
export type Tab = (typeof tabs)[number];
export const sorts = ['newest', 'changed', 'deadline'] as const;
export type Sort = (typeof sorts)[number];

/** What the list shows, as the address bar says it. */
export type ListState = {
  tab: Tab;
  q: string;
  area: string;
  location: string;
  sort: Sort;
  /** From 1; `after` is where the page before it ended. */
  page: number;
  after: string | undefined;
  /** The claim that is open beside the list. */
  open: string | undefined;
};

const oneOf = <T extends string>(known: readonly T[], text: string | null, fallback: T): T =>
  known.find((each) => each === text) ?? fallback;

export const readState = (query: URLSearchParams): ListState => ({
  tab: oneOf(tabs, query.get('tab'), 'all'),
  q: query.get('q') ?? '',
  area: query.get('area') ?? '',
  location: query.get('location') ?? '',
  sort: oneOf(sorts, query.get('sort'), 'newest'),
  page: Math.max(1, Number(query.get('page')) || 1),
  after: query.get('after') ?? undefined,
  open: query.get('open') ?? undefined,
});

/** The state as search parameters; what has its default is left out. */
export const writeState = (state: ListState): URLSearchParams => {
  const query = new URLSearchParams();
  const put = (name: string, value: string | undefined, fallback = ''): void => {
    if (value !== undefined && value !== fallback) query.set(name, value);
  };
  put('tab', state.tab, 'all');
  put('q', state.q);
  put('area', state.area);
  put('location', state.location);
  put('sort', state.sort, 'newest');
  put('page', String(state.page), '1');
  put('after', state.after);
  put('open', state.open);
  return query;
};

const statuses: Record<Tab, ClaimStatus[] | undefined> = {
  all: undefined,
  action: undefined,
  draft: ['draft'],
  waiting: ['submitted'],
  approved: ['approved'],
  closed: ['declined', 'expired', 'withdrawn', 'cancelled', 'ended'],
};

/** The state as the API asks for it. */
export const listQueryOf = ({ tab, q, area, location, sort, after }: ListState) => ({
  status: statuses[tab],
  needsAction: tab === 'action' ? true : undefined,
  q: q.trim() || undefined,
  solutionArea: area ? [area] : undefined,
  location: location ? [location] : undefined,
  sort: sort === 'newest' ? undefined : sort,
  after,
});

/** Where the pages before this one began, kept in the history of the browser. */
type Trail = { trail?: (string | undefined)[] };

/** The state of the list, and the ways to change it. Another filter begins at its first page. */
export const useListState = () => {
  const [query, setQuery] = useSearchParams();
  // The cast: what `turn` below left.
  const { trail = [] } = (useLocation().state ?? {}) as Trail;
  const state = readState(query);
  return {
    state,
    filter: (changes: Partial<ListState>, how: { replace?: boolean } = {}) =>
      setQuery(writeState({ ...state, page: 1, after: undefined, open: undefined, ...changes }), how),
    open: (id: string | undefined) => setQuery(writeState({ ...state, open: id }), { state: { trail } }),
    next: (after: string) =>
      setQuery(writeState({ ...state, page: state.page + 1, after, open: undefined }), {
        state: { trail: [...trail, state.after] },
      }),
    previous: () => {
      const isKnown = trail.length === state.page - 1;
      const page = isKnown ? state.page - 1 : 1;
      setQuery(writeState({ ...state, page, after: isKnown ? trail.at(-1) : undefined, open: undefined }), {
        state: { trail: isKnown ? trail.slice(0, -1) : [] },
      });
    },
  };
};
