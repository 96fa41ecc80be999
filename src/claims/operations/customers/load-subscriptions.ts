import { catalogues } from '../../../domain/catalogue/catalogue.ts';
import { inBatches } from '../../../lib/in-batches.ts';
import { type FieldError, Problem, problemOf } from '../../../lib/result.ts';
import type { CustomerDirectory } from '../../../storage/reference-store.ts';
import type { Deps } from '../../deps.ts';
import { inRow, type Note, type Row, type Rows } from './subscription-rows.ts';

const concurrency = 25;

/** The customer as stored, and what of its rows was guessed. */
export type LoadedCustomer = CustomerDirectory & { notes?: Note[] };

/** Stores a customer and its subscriptions, all rows or none: every invalid row is reported. */
export const loadSubscriptions = async (
  deps: Deps,
  customer: Omit<CustomerDirectory, 'subscriptions'>,
  { rows, errors, notes }: Rows,
): Promise<LoadedCustomer | Problem> => {
  const wrong = [...errors, ...rowErrors(customer.directoryId, rows)];
  const loaded = await deps.reference.loading(async () => {
    const refused = problemOf([...wrong, ...(await ownerErrors(deps, customer.directoryId, rows))]);
    if (refused !== undefined) return refused;
    const stored = { ...customer, subscriptions: rows.map(({ subscription }) => subscription) };
    await deps.reference.putCustomer(stored);
    return { ...stored, ...(notes.length > 0 ? { notes } : {}) };
  });
  return loaded === 'busy' ? new Problem('load-under-way') : loaded;
};

const products = new Set(['other', ...catalogues.flatMap(({ products }) => products.map(({ code }) => code))]);

/** Errors of single rows, and of rows that contradict each other. */
const rowErrors = (directoryId: string, rows: Row[]): FieldError[] => {
  const seen = new Set<string>();
  return rows.flatMap(({ path, subscription: { subscriptionId, product } }): FieldError[] => {
    const errors: FieldError[] = [];
    if (!products.has(product)) {
      const message = `'${product}' is not in the catalogue. Use a code or a name from it, or 'other' for what cannot be claimed.`;
      errors.push({ path: 'product', code: 'unknown-product', message });
    }
    if (subscriptionId === directoryId) {
      const message = 'This is the Directory ID of the customer.';
      errors.push({ path: 'subscriptionId', code: 'not-a-subscription-id', message });
    }
    if (seen.has(subscriptionId)) {
      errors.push({ path: 'subscriptionId', code: 'duplicate', message: 'The subscription is there twice.' });
    }
    seen.add(subscriptionId);
    return errors.map((error) => inRow(path, error));
  });
};

/** A subscription belongs to one directory: it must be removed from the other one first. */
const ownerErrors = async (deps: Deps, directoryId: string, rows: Row[]): Promise<FieldError[]> => {
  const errors = await inBatches(rows, concurrency, async ({ path, subscription }): Promise<FieldError[]> => {
    const owner = await deps.reference.directoryOfSubscription(subscription.subscriptionId, { refresh: true });
    if (owner === undefined || owner === directoryId) return [];
    const message = `The subscription belongs to the directory ${owner}.`;
    return [inRow(path, { path: 'subscriptionId', code: 'subscription-of-other-directory', message })];
  });
  return errors.flat();
};
