import type { TableClient } from '@azure/data-tables';
import type { Subscription } from '../domain/customer/subscriptions.ts';
import { createLoadLock } from './load-lock.ts';
import { undefinedOn404 } from './table/errors.ts';
import { odata } from './table/odata.ts';
import { TableTransaction } from './table/table-transaction.ts';
import { fromColumns, toColumns } from './table/text-columns.ts';

/** Reference data that operations load: partners with their locations, customers with their subscriptions. */
export type PartnerLocation = { mpnId: string; name: string; country: string; active: boolean };
export type Partner = { partnerId: string; name: string; locations: PartnerLocation[] };
export type CustomerDirectory = { directoryId: string; name: string; domain: string; subscriptions: Subscription[] };

/** How long a row is served from the cache; a change by operations is visible everywhere after that. */
const cacheTtlMs = 30_000;
const maxCached = 1000;
/** The limit of Table storage for one transaction. */
const maxTransaction = 100;

export type ReferenceStore = ReturnType<typeof createReferenceStore>;

export const createReferenceStore = (table: TableClient, now: () => Date) => {
  const cache = new Map<string, { at: number; value: unknown }>();

  /** `refresh`: skips the cache. */
  const read = async <T>(
    kind: 'partner' | 'customer' | 'subscription',
    id: string,
    { refresh = false } = {},
  ): Promise<T | undefined> => {
    const cached = cache.get(`${kind} ${id}`);
    if (!refresh && cached !== undefined && now().getTime() - cached.at < cacheTtlMs)
      return cached.value as T | undefined;
    const row = await undefinedOn404(table.getEntity(kind, id));
    const value = row && (JSON.parse(fromColumns(row)) as T);
    if (cache.size >= maxCached) cache.clear();
    cache.set(`${kind} ${id}`, { at: now().getTime(), value });
    return value;
  };

  const write = async (kind: 'partner' | 'customer', id: string, value: unknown): Promise<void> => {
    await table.upsertEntity({ partitionKey: kind, rowKey: id, ...toColumns(JSON.stringify(value)) }, 'Replace');
    cache.delete(`${kind} ${id}`);
  };

  /** Which directory each subscription belongs to, written before the customer that lists it. */
  const putOwners = async ({ directoryId, subscriptions }: CustomerDirectory): Promise<void> => {
    for (let start = 0; start < subscriptions.length; start += maxTransaction) {
      const change = new TableTransaction();
      for (const { subscriptionId } of subscriptions.slice(start, start + maxTransaction)) {
        const value = toColumns(JSON.stringify({ directoryId }));
        change.upsertEntity({ partitionKey: 'subscription', rowKey: subscriptionId, ...value }, 'Replace');
        cache.delete(`subscription ${subscriptionId}`);
      }
      await table.submitTransaction(change.actions);
    }
  };

  let listed: { at: number; ids: string[] } | undefined;
  /** The IDs of all partners, as they were at most `maxAgeMs` ago. */
  const partnerIds = async (maxAgeMs: number): Promise<string[]> => {
    const at = now().getTime();
    if (listed !== undefined && at - listed.at < maxAgeMs) return listed.ids;
    const ids: string[] = [];
    const queryOptions = { filter: odata`PartitionKey eq 'partner'`, select: ['rowKey'] };
    for await (const { rowKey } of table.listEntities({ queryOptions })) ids.push(rowKey ?? '');
    listed = { at, ids };
    return ids;
  };

  return {
    loading: createLoadLock(table, now),
    partnerIds,
    partner: (partnerId: string) => read<Partner>('partner', partnerId),
    putPartner: (partner: Partner) => write('partner', partner.partnerId, partner),
    customer: (directoryId: string) => read<CustomerDirectory>('customer', directoryId),
    putCustomer: async (customer: CustomerDirectory): Promise<void> => {
      await putOwners(customer);
      await write('customer', customer.directoryId, customer);
    },
    /** The directory whose customer lists this subscription. A row that its customer does not confirm is ignored. */
    directoryOfSubscription: async (
      subscriptionId: string,
      how: { refresh?: boolean } = {},
    ): Promise<string | undefined> => {
      const owner = await read<{ directoryId: string }>('subscription', subscriptionId, how);
      const customer = owner && (await read<CustomerDirectory>('customer', owner.directoryId, how));
      const listed = customer?.subscriptions.some((known) => known.subscriptionId === subscriptionId);
      return listed ? owner?.directoryId : undefined;
    },
    /** The subscriptions that are known of a customer; none when nothing is known. */
    subscriptions: async (directoryId: string): Promise<Subscription[]> =>
      (await read<CustomerDirectory>('customer', directoryId))?.subscriptions ?? [],
  };
};
