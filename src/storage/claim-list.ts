import { odata, type TableClient } from '@azure/data-tables';
import type { ClaimStatus } from '../domain/claim-state.ts';
import type { ClaimSummary } from '../domain/claim-view.ts';

/** What a list shows. `after` is the ID of the last claim of the page before. */
export type ClaimFilter = {
  partnerId: string;
  statuses: ClaimStatus[];
  matches: (summary: ClaimSummary) => boolean;
  after?: string;
};

export type ClaimList = ReturnType<typeof createClaimList>;

/** Lists over the claims table: ranges of keys, newest first, never a scan of the table. */
export const createClaimList = (table: TableClient) => {
  async function* range(partnerId: string, prefix: string, after: string | undefined): AsyncGenerator<ClaimSummary> {
    const from = `${prefix}${after ?? ''}`;
    const to = `${prefix}~`;
    const filter = odata`PartitionKey eq ${partnerId} and RowKey gt ${from} and RowKey lt ${to}`;
    for await (const row of table.listEntities({ queryOptions: { filter, select: ['summary'] } })) {
      yield JSON.parse(String(row.summary)) as ClaimSummary;
    }
  }

  /** Claims that match, newest first. Several statuses are merged by claim ID. */
  async function* list({ partnerId, statuses, matches, after }: ClaimFilter): AsyncGenerator<ClaimSummary> {
    const prefixes = statuses.length === 0 ? ['c|'] : statuses.map((status) => `s|${status}|`);
    const sources = prefixes.map((prefix) => range(partnerId, prefix, after));
    const heads = await Promise.all(sources.map((source) => source.next()));
    for (;;) {
      let newest: number | undefined;
      for (const [index, head] of heads.entries()) {
        const best = newest === undefined ? undefined : heads[newest];
        if (!head.done && (best === undefined || best.done || head.value.id < best.value.id)) newest = index;
      }
      if (newest === undefined) return;
      const head = heads[newest];
      const source = sources[newest];
      if (head === undefined || head.done || source === undefined) return;
      if (matches(head.value)) yield head.value;
      heads[newest] = await source.next();
    }
  }

  return { list };
};
