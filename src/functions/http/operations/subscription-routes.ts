import type { HttpRequest } from '@azure/functions';
import * as z from 'zod';
import type { Deps } from '../../../claims/deps.ts';
import { loadSubscriptions } from '../../../claims/operations/customers/load-subscriptions.ts';
import { rowsOfCsv } from '../../../claims/operations/customers/subscription-csv.ts';
import { customerBody, customerWithRows, rowsOfJson } from '../../../claims/operations/customers/subscription-rows.ts';
import { domainName } from '../../../lib/address-fields.ts';
import { guid, line } from '../../../lib/fields.ts';
import { parse } from '../../../lib/parse.ts';
import { Problem } from '../../../lib/result.ts';
import { readBytes } from '../../request-body.ts';
import { charsetOf, mediaTypeOf, readJson } from '../body.ts';
import { textProblems } from '../problem-groups.ts';
import { operator, type Route } from '../route.ts';

const maxCsvBytes = 256 * 1024;
/** What browsers and systems call a CSV file. */
const csvTypes = [
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'text/comma-separated-values',
  'application/csv',
  'application/vnd.ms-excel',
];

const path = 'api/operations/customers/{directoryId}/subscriptions';
const customerNames = z.object({ name: line(200), domain: domainName });

/** The customer of a CSV file: named in the query, or known from an earlier load. */
const namesOf = async (deps: Deps, directoryId: string, { query }: HttpRequest) => {
  const known = await deps.reference.customer(directoryId);
  return parse(customerNames, {
    name: query.get('name') ?? known?.name,
    domain: query.get('domain') ?? known?.domain,
  });
};

/** Operators load the subscriptions of a customer. */
export const subscriptionRoutes: Route[] = [
  {
    name: 'putSubscriptions',
    method: 'PUT',
    path,
    roles: operator,
    doc: {
      summary: 'Load the subscriptions of a customer, all or none: a 422 reports each row that is wrong.',
      body: customerBody,
      csvBody:
        'A header with subscriptionId, product, state and, if wanted, channel and endsOn; then a row for each subscription. Separated by commas, semicolons or tabs, in any encoding that spreadsheets save. Products by code or name, days as 2026-11-20. `notes` of the answer tells what was guessed.',
      query: {
        name: {
          description: 'With CSV: name of the customer; needed for one that is not known yet.',
          schema: customerNames.shape.name,
        },
        domain: {
          description: 'With CSV: domain of the customer; needed for one that is not known yet.',
          schema: customerNames.shape.domain,
        },
      },
      problems: [
        ...textProblems,
        ...(['malformed-csv', 'invalid-value', 'invalid-domain', 'duplicate', 'unknown-product'] as const),
        ...(['not-a-subscription-id', 'subscription-of-other-directory', 'load-under-way'] as const),
      ],
      success: { status: 200, answer: 'LoadedCustomer', description: 'The customer as stored, and what was guessed.' },
    },
    handle: async (deps, { request, param }) => {
      const directoryId = parse(guid, param('directoryId'));
      if (directoryId instanceof Problem) return directoryId;
      if (csvTypes.includes(mediaTypeOf(request))) {
        const bytes = await readBytes(request, maxCsvBytes);
        if (bytes instanceof Problem) return bytes;
        const names = await namesOf(deps, directoryId, request);
        if (names instanceof Problem) return names;
        const rows = rowsOfCsv(bytes, charsetOf(request));
        if (rows instanceof Problem) return rows;
        return answerOf(await loadSubscriptions(deps, { directoryId, ...names }, rows));
      }
      const body = await readJson(request, customerWithRows, 'Send application/json or text/csv.');
      if (body instanceof Problem) return body;
      const { subscriptions, ...names } = body.input;
      return answerOf(await loadSubscriptions(deps, { directoryId, ...names }, rowsOfJson(subscriptions)));
    },
  },
  {
    name: 'readStoredCustomer',
    method: 'GET',
    path,
    roles: operator,
    doc: {
      summary: 'A customer and its subscriptions, as they were loaded.',
      problems: ['customer-not-found'],
      success: { status: 200, answer: 'StoredCustomer', description: 'The customer as stored.' },
    },
    handle: async (deps, { param }) => {
      const directoryId = parse(guid, param('directoryId'));
      if (directoryId instanceof Problem) return directoryId;
      const customer = await deps.reference.customer(directoryId);
      return customer === undefined ? new Problem('customer-not-found') : { status: 200, json: customer };
    },
  },
];

const answerOf = (loaded: Awaited<ReturnType<typeof loadSubscriptions>>) =>
  loaded instanceof Problem ? loaded : { status: 200, json: loaded };
