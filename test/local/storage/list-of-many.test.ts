import { TableClient } from '@azure/data-tables';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimStatuses } from '../../../src/domain/claim-state.ts';
import { type ClaimFilter, type ListSort, listSorts, matchesFilter } from '../../../src/domain/view/claim-filter.ts';
import { type ClaimSummary, claimSummary, summaryAt } from '../../../src/domain/view/claim-summary.ts';
import { textSearch } from '../../../src/domain/view/search-words.ts';
import { type ClaimList, createClaimList } from '../../../src/storage/lists/claim-list.ts';
import { claimOf, createdAtOf, partnerId, rareLocation, rareWord } from '../../support/claims/many-claims.ts';
import { runs } from '../../support/claims/runs.ts';
import { startSeededStorage } from '../../support/stack/seeded-storage.ts';

const total = 4000;
const now = new Date(createdAtOf(2000));
const claims: ClaimSummary[] = Array.from({ length: total }, (_, n) => summaryAt(claimSummary(claimOf(n, total)), now));
const deadlines = claims.flatMap(({ deadline }) => deadline ?? []);

let stop: () => Promise<void>;
let list: ClaimList;
beforeAll(async () => {
  const storage = await startSeededStorage();
  stop = storage.stop;
  const table = TableClient.fromConnectionString(storage.connectionString, `claims${total}`, {
    allowInsecureConnection: true,
  });
  await table.createTable();
  list = createClaimList(table);
});
afterAll(() => stop());

const some = <T>(...values: T[]): fc.Arbitrary<T[]> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, fc.subarray(values));
const spanOf = (instants: string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    fc.tuple(fc.constantFrom(...instants), fc.constantFrom(...instants)).map(([a, b]) => ({
      ...(a < b ? { from: a, to: b } : { from: b }),
    })),
  );
const filters: fc.Arbitrary<ClaimFilter> = fc
  .record({
    statuses: some(...claimStatuses),
    solutionAreas: some('business_applications', 'modern_work_security', 'none'),
    locations: some('4512301', '4512302', rareLocation),
    activities: some('presales', 'm365_usage'),
    products: some('power-bi', 'exchange'),
    created: spanOf(Array.from({ length: 20 }, (_, n) => createdAtOf(n * 200))),
    deadline: spanOf(deadlines),
    q: fc.option(
      fc.constantFrom(
        rareWord,
        'customer7',
        'roll',
        'roll zebra',
        'exchange',
        'power',
        'microsoft',
        'customer1.ex',
        '17',
        '---',
      ),
      {
        freq: 3,
      },
    ),
    needsAction: fc.option(fc.boolean(), { freq: 4 }),
  })
  .map(({ q, needsAction, ...filter }) => ({
    ...filter,
    ...(q === null ? {} : { text: textSearch(q) }),
    ...(needsAction === null ? {} : { needsAction }),
  }));

const positions: Record<ListSort, (claim: ClaimSummary) => string> = {
  newest: ({ id }) => id,
  changed: ({ id, updatedAt }) => `${9e15 - Date.parse(updatedAt)}|${id}`,
  deadline: ({ id, deadline }) => `${deadline}|${id}`,
};
/** The list by looking at every claim. */
const expected = (filter: ClaimFilter, sort: ListSort): string[] =>
  claims
    .filter(matchesFilter(filter))
    .filter(({ deadline }) => sort !== 'deadline' || deadline !== undefined)
    .toSorted((a, b) => (positions[sort](a) < positions[sort](b) ? -1 : 1))
    .map(({ id }) => id);

// Nightly it runs for minutes.
test('whatever the filter and the order, the pages hold what looking at every claim finds, and so does the export', {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      filters,
      fc.constantFrom(...listSorts),
      fc.integer({ min: 20, max: 100 }),
      async (filter, sort, top) => {
        const wanted = expected(filter, sort);
        const exported: string[] = [];
        for await (const { id } of list.all({ partnerId, filter, sort, now })) exported.push(id);
        expect(exported).toEqual(wanted);

        const paged: string[] = [];
        let from: string | undefined;
        // Some pages of long lists, all of short ones.
        for (let page = 0; page < 8; page += 1) {
          const { value, next } = await list.page({ partnerId, filter, sort, now, top, from });
          expect(value.length).toBeLessThanOrEqual(top);
          paged.push(...value.map(({ id }) => id));
          expect(next).not.toBe(from ?? '');
          from = next;
          if (next === undefined) break;
        }
        expect(paged).toEqual(from === undefined ? wanted : wanted.slice(0, paged.length));
      },
    ),
    { numRuns: runs(15) },
  );
});
