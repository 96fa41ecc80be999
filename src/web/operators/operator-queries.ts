import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Client } from '../../../client/client.ts';
import { orThrow } from '../../../client/result.ts';

/** Lists of claims in flight, as the address bar names them. */
export const inFlightStates = ['waiting', 'due', 'stuck', 'attention'] as const;
export type InFlightState = (typeof inFlightStates)[number];

/** How often (ms) an open page looks for news. */
const watchMs = 10_000;
const claimWatchMs = 5_000;
const ledgerWatchMs = 30_000;
const throughputStaleMs = 300_000;

/** Everything that operators read begins with this key, so that one call makes all of it fresh. */
export const operatorsKey = ['operators'] as const;

const afterOf = (nextLink: string | undefined): string | undefined =>
  nextLink === undefined ? undefined : (new URL(nextLink, location.origin).searchParams.get('after') ?? undefined);

/** A page of a list, and where the next one begins. */
const pageOf = <T>({ value, nextLink }: { value: T[]; nextLink?: string }) => ({ value, next: afterOf(nextLink) });

export const overviewQuery = (api: Client) =>
  queryOptions({
    queryKey: [...operatorsKey, 'overview'],
    queryFn: async ({ signal }) => orThrow(await api.call('overview', { signal })).data,
    refetchInterval: watchMs,
  });

/** The figures of days: refreshed less often, since they change slowly. */
export const throughputQuery = (api: Client) =>
  queryOptions({
    queryKey: [...operatorsKey, 'throughput'],
    queryFn: async ({ signal }) => orThrow(await api.call('measureThroughput', { signal })).data,
    staleTime: throughputStaleMs,
    refetchInterval: throughputStaleMs,
  });

export const inFlightQuery = (api: Client, state: InFlightState, after: string | undefined) =>
  queryOptions({
    queryKey: [...operatorsKey, 'in-flight', state, after],
    queryFn: async ({ signal }) =>
      pageOf(orThrow(await api.call('listInFlight', { query: { state, after, top: 50 }, signal })).data),
    placeholderData: keepPreviousData,
    refetchInterval: watchMs,
  });

/** What a search is for: words, or the address of a customer contact. */
export type Searched = { q: string } | { contact: string };

export const searchQuery = (api: Client, searched: Searched) =>
  queryOptions({
    queryKey: [...operatorsKey, 'search', searched],
    queryFn: async ({ signal }) =>
      'q' in searched
        ? orThrow(await api.call('searchClaims', { query: searched, signal })).data
        : orThrow(await api.call('searchByContact', { body: { email: searched.contact }, signal })).data,
  });

export const operatorClaimQuery = (api: Client, id: string) =>
  queryOptions({
    queryKey: [...operatorsKey, 'claim', id],
    queryFn: async ({ signal }) => orThrow(await api.call('readClaimForOperators', { path: { id }, signal })).data,
    refetchInterval: ({ state }) => (state.error === null ? claimWatchMs : false),
  });

/** The steps of a claim's process; null where it has none. */
export const stepsQuery = (api: Client, id: string) =>
  queryOptions({
    queryKey: [...operatorsKey, 'steps', id],
    queryFn: async ({ signal }) => {
      const read = await api.call('readOrchestration', { path: { id }, signal });
      return !read.ok && read.problem.code === 'orchestration-not-found' ? null : orThrow(read).data;
    },
    refetchInterval: ({ state }) => (state.error === null ? claimWatchMs : false),
  });

export const ledgerQuery = (api: Client, id: string, updatedAt: string) =>
  queryOptions({
    queryKey: [...operatorsKey, 'ledger', id, updatedAt],
    queryFn: async ({ signal }) => orThrow(await api.call('readLedgerOfClaim', { path: { id }, signal })).data.value,
    placeholderData: (former) => former,
    // Rows may change without the claim, when the reconciler has looked at them.
    refetchInterval: ledgerWatchMs,
  });

export const operatorHistoryQuery = (api: Client, id: string, updatedAt: string) =>
  queryOptions({
    queryKey: [...operatorsKey, 'history', id, updatedAt],
    queryFn: async ({ signal }) =>
      orThrow(await api.call('readHistoryForOperators', { path: { id }, signal })).data.value,
    placeholderData: (former) => former,
  });

export const operatorVerificationQuery = (api: Client, id: string, updatedAt: string) =>
  queryOptions({
    queryKey: [...operatorsKey, 'verification', id, updatedAt],
    queryFn: async ({ signal }) => orThrow(await api.call('verifyHistoryForOperators', { path: { id }, signal })).data,
  });

export const messagesQuery = (api: Client) =>
  queryOptions({
    queryKey: [...operatorsKey, 'messages'],
    queryFn: async ({ signal }) => orThrow(await api.call('listPoisonMessages', { signal })).data,
    refetchInterval: watchMs,
  });

export const unverifiedQuery = (api: Client) =>
  queryOptions({
    queryKey: [...operatorsKey, 'unverified'],
    queryFn: async ({ signal }) => orThrow(await api.call('listUnverified', { signal })).data.value,
  });

export const mailsQuery = (api: Client, after: string | undefined) =>
  queryOptions({
    queryKey: [...operatorsKey, 'mails', after],
    queryFn: async ({ signal }) =>
      pageOf(orThrow(await api.call('listMailFailures', { query: { after }, signal })).data),
    placeholderData: keepPreviousData,
  });

export const runsQuery = (api: Client) =>
  queryOptions({
    queryKey: [...operatorsKey, 'runs'],
    queryFn: async ({ signal }) => orThrow(await api.call('listReconcilerRuns', { signal })).data,
    refetchInterval: watchMs,
  });

export const actionsQuery = (api: Client, after: string | undefined) =>
  queryOptions({
    queryKey: [...operatorsKey, 'actions', after],
    queryFn: async ({ signal }) =>
      pageOf(orThrow(await api.call('listOperatorActions', { query: { after }, signal })).data),
    placeholderData: keepPreviousData,
  });
