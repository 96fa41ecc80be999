import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { Client } from '../../../client/client.ts';
import type { Claim, ProblemCode } from '../../../client/generated.ts';
import { orThrow, ProblemError, type Result } from '../../../client/result.ts';

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

/** How long (s) the API may wait for a change of a claim that is looked at; it answers as soon as there is one. */
const waitSeconds = 20;
/** After such a wait (ms) the next one begins. Where the API cannot wait, this is how often a page looks. */
const watchMs = 3_000;
/** A wait that has taken this long (ms) got lost on the way, as when a laptop slept. */
const lostMs = (waitSeconds + 10) * 1_000;

/** A claim with the version that was read. */
export type ReadClaim = { claim: Claim; etag: string };

const readClaimOf = (read: Result<Claim, ProblemCode>): ReadClaim => {
  const { data, etag = '' } = orThrow(read);
  return { claim: data, etag };
};

export const claimKey = (id: string) => ['claim', id] as const;

/** One claim, kept up to date while someone looks at it. */
export const claimQuery = (api: Client, id: string) =>
  queryOptions({
    queryKey: claimKey(id),
    queryFn: async ({ client, queryKey, signal }): Promise<ReadClaim> => {
      const known = client.getQueryData<ReadClaim>(queryKey);
      if (known === undefined) return readClaimOf(await api.call('readClaim', { path: { id }, signal }));
      // What lies between may cut long requests off: after a failure the answer is wanted at once.
      const mayWait = client.getQueryState(queryKey)?.fetchFailureCount === 0;
      const read = await api.refresh('readClaim', known.etag, {
        path: { id },
        query: mayWait ? { wait: waitSeconds } : {},
        signal: AbortSignal.any([signal, AbortSignal.timeout(lostMs)]),
      });
      // Something here may have changed the claim meanwhile, and knows it better than an answer to an older question.
      const present = client.getQueryData<ReadClaim>(queryKey) ?? known;
      // Too many others wait: a claim that had changed would have been answered.
      if (read === 'unchanged' || (!read.ok && read.problem.code === 'too-many-waiting')) return present;
      const fresh = readClaimOf(read);
      return fresh.claim.updatedAt < present.claim.updatedAt ? present : fresh;
    },
    refetchInterval: ({ state: { error } }) =>
      error instanceof ProblemError && error.problem.status < 500 ? false : watchMs,
  });

export const historyQuery = (api: Client, id: string, updatedAt: string) =>
  queryOptions({
    queryKey: ['history', id, updatedAt],
    queryFn: async ({ signal }) => orThrow(await api.call('readHistory', { path: { id }, signal })).data.value,
    placeholderData: (former) => former,
  });

/** Whether the history holds, as the service finds it. */
export const verificationQuery = (api: Client, id: string, updatedAt: string) =>
  queryOptions({
    queryKey: ['verification', id, updatedAt],
    queryFn: async ({ signal }) => orThrow(await api.call('verifyHistory', { path: { id }, signal })).data,
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
