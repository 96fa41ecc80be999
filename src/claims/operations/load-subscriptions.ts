import * as z from 'zod';
import { catalogues } from '../../domain/catalogue/catalogue.ts';
import { type Subscription, subscriptionChannels, subscriptionStates } from '../../domain/customer/subscriptions.ts';
import { domainName } from '../../lib/address-fields.ts';
import { day, guid, line } from '../../lib/fields.ts';
import { parse } from '../../lib/parse.ts';
import { type CsvRow, readCsv } from '../../lib/read-csv.ts';
import { type FieldError, Problem, problemOf } from '../../lib/result.ts';
import type { CustomerDirectory } from '../../storage/reference-store.ts';
import type { Deps } from '../deps.ts';

const maxSubscriptions = 1000;
const concurrency = 25;

const oneOf = (values: readonly string[]): string => `One of: ${values.join(', ')}.`;

const subscriptionRow = z.strictObject({
  subscriptionId: guid,
  product: line(100),
  state: z.enum(subscriptionStates, oneOf(subscriptionStates)),
  channel: z.enum(subscriptionChannels, oneOf(subscriptionChannels)).optional(),
  endsOn: day.optional(),
});

/** Body of PUT /operations/customers/{directoryId}/subscriptions, as JSON. */
export const customerBody = z.strictObject({
  name: line(200),
  domain: domainName,
  subscriptions: z.array(subscriptionRow).max(maxSubscriptions, `At most ${maxSubscriptions}.`),
});

/** The same with unchecked rows: each is parsed on its own, so one invalid row hides no other. */
export const customerWithRows = customerBody.extend({
  subscriptions: z.array(z.unknown()).max(maxSubscriptions, `At most ${maxSubscriptions}.`),
});

/** A subscription and the path by which the report names it: `subscriptions.0` in JSON, `rows.2` in CSV. */
type Row = { path: string; subscription: Subscription };
/** The valid rows, and the errors of the others. */
type Rows = { rows: Row[]; errors: FieldError[] };

/** Stores a customer and its subscriptions, all rows or none: every invalid row is reported. */
export const loadSubscriptions = async (
  deps: Deps,
  customer: Omit<CustomerDirectory, 'subscriptions'>,
  { rows, errors }: Rows,
): Promise<CustomerDirectory | Problem> => {
  const wrong = [...errors, ...rowErrors(customer.directoryId, rows)];
  const loaded = await deps.reference.loading(async () => {
    const refused = problemOf([...wrong, ...(await ownerErrors(deps, customer.directoryId, rows))]);
    if (refused !== undefined) return refused;
    const stored = { ...customer, subscriptions: rows.map(({ subscription }) => subscription) };
    await deps.reference.putCustomer(stored);
    return stored;
  });
  return loaded === 'busy' ? new Problem('load-under-way') : loaded;
};

/** Parses one row; its errors go to the report. */
const readRow = ({ rows, errors }: Rows, path: string, input: unknown): void => {
  const subscription = parse(subscriptionRow, input);
  if (subscription instanceof Problem) errors.push(...subscription.errors.map((error) => inRow(path, error)));
  else rows.push({ path, subscription });
};

/** The rows of a JSON body. */
export const rowsOfJson = (subscriptions: unknown[]): Rows => {
  const read: Rows = { rows: [], errors: [] };
  for (const [index, input] of subscriptions.entries()) readRow(read, `subscriptions.${index}`, input);
  return read;
};

/** The rows of a CSV file with a header, or a problem if it cannot be read at all. */
export const rowsOfCsv = (text: string): Rows | Problem => {
  const records = readCsv(text);
  if (records instanceof Problem) return records;
  const [header, ...body] = records;
  const columns = columnsOf(header);
  if (columns instanceof Problem) return columns;
  if (body.length > maxSubscriptions) {
    return new Problem('too-long', `At most ${maxSubscriptions} rows.`);
  }
  const read: Rows = { rows: [], errors: [] };
  for (const { row, cells } of body) {
    const path = `rows.${row}`;
    if (cells.length > columns.length) {
      const message = `Row ${row} has ${cells.length} cells under ${columns.length} headings.`;
      read.errors.push({ path, code: 'invalid-value', message });
      continue;
    }
    const filled = columns.flatMap((column, index) => (cells[index] ? [[column, cells[index]]] : []));
    readRow(read, path, Object.fromEntries(filled));
  }
  return read;
};

const inRow = (path: string, error: FieldError): FieldError => ({
  ...error,
  path: error.path === '' ? path : `${path}.${error.path}`,
  message: `${path.startsWith('rows.') ? `Row ${path.slice('rows.'.length)}: ` : ''}${error.message}`,
});

const known = Object.keys(subscriptionRow.shape);

/** The columns of a header in its order; case does not matter. */
const columnsOf = (header: CsvRow | undefined): string[] | Problem => {
  const path = 'rows.1';
  if (header !== undefined && header.cells.length > 2 * known.length) {
    return new Problem('too-long', `Row 1 has ${header.cells.length} headings: columns are ${known.join(', ')}.`);
  }
  const named =
    header?.cells.map((cell) => known.find((name) => name.toLowerCase() === cell.toLowerCase()) ?? cell) ?? [];
  return (
    problemOf([
      ...named.flatMap((name, index): FieldError[] => {
        if (!known.includes(name)) {
          return [
            { path: `${path}.${name}`, code: 'unknown-field', message: `Row 1: columns are ${known.join(', ')}.` },
          ];
        }
        return named.indexOf(name) === index
          ? []
          : [{ path: `${path}.${name}`, code: 'duplicate', message: 'Row 1 names the column twice.' }];
      }),
      ...['subscriptionId', 'product', 'state'].flatMap((name): FieldError[] =>
        named.includes(name)
          ? []
          : [{ path: `${path}.${name}`, code: 'required', message: 'Row 1 must name this column.' }],
      ),
    ]) ?? named
  );
};

const products = new Set(['other', ...catalogues.flatMap(({ products }) => products.map(({ code }) => code))]);

/** Errors of single rows, and of rows that contradict each other. */
const rowErrors = (directoryId: string, rows: Row[]): FieldError[] => {
  const seen = new Set<string>();
  return rows.flatMap(({ path, subscription: { subscriptionId, product } }): FieldError[] => {
    const errors: FieldError[] = [];
    if (!products.has(product)) {
      const message = `${product} is not in the catalogue; what cannot be claimed is 'other'.`;
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
  const errors: FieldError[] = [];
  for (let start = 0; start < rows.length; start += concurrency) {
    const owned = rows.slice(start, start + concurrency).map(async ({ path, subscription }): Promise<FieldError[]> => {
      const owner = await deps.reference.directoryOfSubscription(subscription.subscriptionId, { refresh: true });
      if (owner === undefined || owner === directoryId) return [];
      const message = `The subscription belongs to the directory ${owner}.`;
      return [inRow(path, { path: 'subscriptionId', code: 'subscription-of-other-directory', message })];
    });
    errors.push(...(await Promise.all(owned)).flat());
  }
  return errors;
};
