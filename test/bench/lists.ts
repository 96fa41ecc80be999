import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { TableClient } from '@azure/data-tables';
import type { ClaimStatus } from '../../src/domain/claim-state.ts';
import { type ClaimFilter, everyClaim, type ListSort, matchesFilter } from '../../src/domain/view/claim-filter.ts';
import { textSearch } from '../../src/domain/view/search-words.ts';
import { createClaimList, type PageRequest } from '../../src/storage/lists/claim-list.ts';
import { createdAtOf, partnerId, rareLocation, rareWord } from '../support/claims/many-claims.ts';
import { startSeededStorage } from '../support/stack/seeded-storage.ts';

const sizes = [1000, 10_000, 100_000];
const rounds = 15;

export type ListCost = { claims: number; ms: number; requests: number; rows: number };
/** What each list cost, at each number of claims; and the memory (MiB) that an export of everything holds. */
export type ListBench = { lists: Record<string, ListCost[]>; exportMiB: Record<number, number>; seedS: number };

const rare = { ...everyClaim, locations: [rareLocation] };
const approved: ClaimStatus[] = ['approved'];

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Lists of one partner with 1,000, 10,000 and 100,000 claims: time, requests to storage and rows read. */
export const benchLists = async (): Promise<ListBench> => {
  const bench: ListBench = { lists: {}, exportMiB: {}, seedS: 0 };
  // Once for nothing: the first lists of a process are those of an unoptimised one.
  await measure(1000, { lists: {}, exportMiB: {}, seedS: 0 });
  for (const claims of sizes) await measure(claims, bench);
  return bench;
};

setFlagsFromString('--expose-gc');
// The cast: what the flag makes available.
const collectGarbage = runInNewContext('gc') as () => void;

/** Memory in use, in MiB, without what only waits to be collected. */
const heldMiB = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

const measure = async (claims: number, bench: ListBench): Promise<void> => {
  const { connectionString, stop } = await startSeededStorage();
  let requests = 0;
  let rows = 0;
  const table = TableClient.fromConnectionString(connectionString, `claims${claims}`, {
    allowInsecureConnection: true,
    additionalPolicies: [
      {
        position: 'perRetry',
        policy: {
          name: 'count',
          sendRequest: async (request, next) => {
            const answer = await next(request);
            requests += 1;
            rows += answer.bodyAsText?.match(/"RowKey"/g)?.length ?? 0;
            return answer;
          },
        },
      },
    ],
  });
  const began = performance.now();
  await table.createTable();
  bench.seedS += (performance.now() - began) / 1000;

  const { page, all } = createClaimList(table);
  const now = new Date(createdAtOf(claims));
  const cost = async (name: string, look: () => Promise<number>, times = rounds): Promise<void> => {
    await look();
    const took: number[] = [];
    for (let round = 0; round < times; round += 1) {
      [requests, rows] = [0, 0];
      const start = performance.now();
      if ((await look()) === 0) throw new Error(`'${name}' found nothing among ${claims}.`);
      took.push(performance.now() - start);
    }
    bench.lists[name] = [...(bench.lists[name] ?? []), { claims, ms: median(took), requests, rows }];
  };
  const list = (name: string, filter: ClaimFilter, more: { sort?: ListSort; from?: string } = {}): Promise<void> => {
    const request: PageRequest = { partnerId, filter, sort: 'newest', now, top: 25, ...more };
    return cost(name, async () => (await page(request)).value.filter(matchesFilter(filter)).length);
  };
  const exported = async (filter: ClaimFilter): Promise<number> => {
    let count = 0;
    for await (const claim of all({ partnerId, filter, sort: 'newest', now })) count += claim.id === '' ? 0 : 1;
    return count;
  };

  await list('newest', everyClaim);
  await list('by status (rows with the summary)', { ...everyClaim, statuses: approved });
  await list('by two statuses', { ...everyClaim, statuses: ['draft', 'submitted'] });
  await list('by a usual location (keys, then 25 claims)', { ...everyClaim, locations: ['4512301'] });
  await list('by a rare location', rare);
  await list('by rare location, status and product', { ...rare, statuses: approved, products: ['power-bi'] });
  await list('by usual location, area and status', {
    ...everyClaim,
    statuses: approved,
    locations: ['4512301'],
    solutionAreas: ['modern_work_security'],
  });
  await list('by a rare word', { ...everyClaim, text: textSearch(rareWord) });
  await list('by a word that is usual among many', { ...everyClaim, text: textSearch('customer7') });
  await list('last changed first', everyClaim, { sort: 'changed' });
  await list('last changed first, rare location', rare, { sort: 'changed' });
  await list('soonest deadline first', everyClaim, { sort: 'deadline' });
  const middle = await page({
    partnerId,
    sort: 'newest' as const,
    now,
    top: 1,
    filter: { ...everyClaim, created: { to: createdAtOf(Math.floor(claims / 10)) } },
  });
  await list('a page nine tenths down', everyClaim, { from: middle.next ?? '' });
  await cost('export of 1,000', () => exported({ ...everyClaim, created: { from: createdAtOf(claims - 1000) } }), 3);

  const before = heldMiB();
  let most = before;
  let count = 0;
  for await (const _ of all({ partnerId, filter: everyClaim, sort: 'newest', now })) {
    count += 1;
    if (count % (claims / 4) === 0) most = Math.max(most, heldMiB());
  }
  if (count !== claims) throw new Error('The export is not complete.');
  bench.exportMiB[claims] = most - before;
  await stop();
};
