import type { TableClient } from '@azure/data-tables';
import type { Subscription } from '../domain/completeness.ts';
import { orMissing } from './errors.ts';
import { fromColumns, toColumns } from './text-columns.ts';

/** Reference data that operations load: partners with their locations, customers with their subscriptions. */
export type PartnerLocation = { mpnId: string; name: string; country: string; active: boolean };
export type Partner = { partnerId: string; name: string; locations: PartnerLocation[] };
export type CustomerDirectory = { directoryId: string; name: string; domain: string; subscriptions: Subscription[] };

/** How long (ms) a row is used again before it is read again; a change by operations shows everywhere after that. */
const freshMs = 30_000;
const maxCached = 1000;

export type ReferenceStore = ReturnType<typeof createReferenceStore>;

export const createReferenceStore = (table: TableClient, now: () => Date) => {
  const cache = new Map<string, { at: number; value: unknown }>();

  const read = async <T>(kind: 'partner' | 'customer', id: string): Promise<T | undefined> => {
    const cached = cache.get(`${kind} ${id}`);
    if (cached !== undefined && now().getTime() - cached.at < freshMs) return cached.value as T | undefined;
    const row = await orMissing(table.getEntity(kind, id));
    const value = row && (JSON.parse(fromColumns(row)) as T);
    if (cache.size >= maxCached) cache.clear();
    cache.set(`${kind} ${id}`, { at: now().getTime(), value });
    return value;
  };

  const write = async (kind: 'partner' | 'customer', id: string, value: unknown): Promise<void> => {
    await table.upsertEntity({ partitionKey: kind, rowKey: id, ...toColumns(JSON.stringify(value)) }, 'Replace');
    cache.delete(`${kind} ${id}`);
  };

  return {
    partner: (partnerId: string) => read<Partner>('partner', partnerId),
    putPartner: (partner: Partner) => write('partner', partner.partnerId, partner),
    customer: (directoryId: string) => read<CustomerDirectory>('customer', directoryId),
    putCustomer: (customer: CustomerDirectory) => write('customer', customer.directoryId, customer),
    /** The subscriptions that are known of a customer; none when nothing is known. */
    subscriptions: async (directoryId: string): Promise<Subscription[]> =>
      (await read<CustomerDirectory>('customer', directoryId))?.subscriptions ?? [],
  };
};
