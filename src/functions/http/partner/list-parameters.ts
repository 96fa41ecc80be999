import * as z from 'zod';
import { claimStatuses } from '../../../domain/claim-state.ts';
import { closers } from '../../../domain/closed-by.ts';
import { listSorts } from '../../../domain/view/claim-filter.ts';
import type { QueryParameter } from '../route.ts';
import { listParameters } from './list-query.ts';

const codes = z.array(z.string().max(100)).max(10);
const moment = z.string().max(40);

const schemas: Record<keyof typeof listParameters, z.ZodType> = {
  status: z.array(z.enum(claimStatuses)).max(10),
  solutionArea: codes,
  location: codes,
  activity: codes,
  product: codes,
  createdFrom: moment,
  createdTo: moment,
  deadlineFrom: moment,
  deadlineTo: moment,
  q: z.string().max(200),
  needsAction: z.boolean(),
  closedBy: z.enum(closers),
  sort: z.enum(listSorts).default('newest'),
  top: z.int().min(1).max(100).default(25),
  after: z.string(),
};

/** The parameters of the list, as the OpenAPI document has them. `parseListQuery` is what reads them. */
export const listQueryParameters: Record<string, QueryParameter> = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => [
    name,
    // The cast: the keys of `schemas` are those of the descriptions.
    { description: listParameters[name as keyof typeof listParameters], schema },
  ]),
);
