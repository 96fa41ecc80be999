import * as z from 'zod';
import { type Subscription, subscriptionChannels, subscriptionStates } from '../../../domain/customer/subscriptions.ts';
import { domainName } from '../../../lib/address-fields.ts';
import { day, guid, line } from '../../../lib/fields.ts';
import { parse } from '../../../lib/parse.ts';
import { type FieldError, Problem } from '../../../lib/result.ts';

/** The most subscriptions of a customer. */
export const maxSubscriptions = 1000;

const oneOf = (values: readonly string[]): string => `One of: ${values.join(', ')}.`;

/** One subscription as it is loaded. */
export const subscriptionRow = z.strictObject({
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
export type Row = { path: string; subscription: Subscription };
/** What was read otherwise than it was written, such as a product's name instead of its code. */
export type Note = { path: string; message: string };
/** The valid rows, the errors of the others, and what was guessed. */
export type Rows = { rows: Row[]; errors: FieldError[]; notes: Note[] };

/** Parses one row; its errors go to the report. */
export const readRow = ({ rows, errors }: Rows, path: string, input: unknown): void => {
  const subscription = parse(subscriptionRow, input);
  if (subscription instanceof Problem) errors.push(...subscription.errors.map((error) => inRow(path, error)));
  else rows.push({ path, subscription });
};

/** The rows of a JSON body. */
export const rowsOfJson = (subscriptions: unknown[]): Rows => {
  const read: Rows = { rows: [], errors: [], notes: [] };
  for (const [index, input] of subscriptions.entries()) readRow(read, `subscriptions.${index}`, input);
  return read;
};

/** An error or a note with the path of its row, and in CSV with the row's number in its words. */
export const inRow = <T extends Note>(path: string, error: T): T => ({
  ...error,
  path: error.path === '' ? path : `${path}.${error.path}`,
  message: `${path.startsWith('rows.') ? `Row ${path.slice('rows.'.length)}: ` : ''}${error.message}`,
});
