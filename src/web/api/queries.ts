import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { Client } from '../../../client/client.ts';
import type { Claim } from '../../../client/generated.ts';
import { orThrow, ProblemError } from '../../../client/result.ts';

/** What the API refuses stays refused; everything else is worth another try. */
const isWorthAnotherTry = (failures: number, error: Error): boolean =>
  failures < 2 && !(error instanceof ProblemError && error.problem.status < 500);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: isWorthAnotherTry, staleTime: 5_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

/** How often (ms) an open page looks whether its claim has changed; an unchanged one answers 304. */
const watchMs = 3_000;

/** A claim with the version that was read. */
export type ReadClaim = { claim: Claim; etag: string };

export const claimKey = (id: string) => ['claim', id] as const;

/** One claim, kept up to date while somebody looks at it. */
export const claimQuery = (api: Client, id: string) =>
  queryOptions({
    queryKey: claimKey(id),
    queryFn: async ({ client, queryKey, signal }): Promise<ReadClaim> => {
      const known = client.getQueryData<ReadClaim>(queryKey);
      const input = { path: { id }, signal };
      const read = known ? await api.refresh('readClaim', known.etag, input) : await api.call('readClaim', input);
      if (read === 'unchanged' && known) return known;
      if (read === 'unchanged') throw new Error('Nothing is known that could be unchanged.');
      const { data, etag = '' } = orThrow(read);
      return { claim: data, etag };
    },
    refetchInterval: ({ state }) => (state.error === null ? watchMs : false),
  });

export const historyQuery = (api: Client, id: string, updatedAt: string) =>
  queryOptions({
    queryKey: ['history', id, updatedAt],
    queryFn: async ({ signal }) => orThrow(await api.call('readHistory', { path: { id }, signal })).data.value,
    placeholderData: (former) => former,
  });

const anHour = 3_600_000;

export const catalogueQuery = (api: Client, version?: string) =>
  queryOptions({
    queryKey: ['catalogue', version],
    queryFn: async ({ signal }) => orThrow(await api.call('readCatalogue', { query: { version }, signal })).data,
    staleTime: anHour,
  });

export const partnerQuery = (api: Client) =>
  queryOptions({
    queryKey: ['partner'],
    queryFn: async ({ signal }) => orThrow(await api.call('readPartner', { signal })).data,
    staleTime: anHour,
  });

export const countsQuery = (api: Client) =>
  queryOptions({
    queryKey: ['claims', 'counts'],
    queryFn: async ({ signal }) => orThrow(await api.call('countClaims', { signal })).data,
  });
