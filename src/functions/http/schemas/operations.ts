import * as z from 'zod';
import { subscriptionChannels } from '../../../domain/subscriptions.ts';
import { comment, verification } from './claim-parts.ts';
import { claimId, claimStatus, count, day, directoryId, instant, maybe } from './parts.ts';

/** Answers for operations, and of the service about itself. */

const inFlightClaim = z.object({
  claimId,
  partnerId: directoryId,
  dueAt: z
    .string()
    .describe('RFC 3339, UTC: by when something must have happened. Empty in the list of failed claims.'),
  attempts: count.describe('How often the reconciler has looked at it.'),
  finding: z.string().describe('What it found last, or why somebody is needed.'),
});
export const inFlightClaims = z.object({ value: z.array(inFlightClaim) });

const unverifiedCustomer = z.object({
  claimId,
  partnerId: directoryId,
  status: claimStatus,
  domain: z.string(),
  directoryId,
  result: verification.shape.result,
  checkedAt: instant,
});
export const unverifiedCustomers = z.object({ value: z.array(unverifiedCustomer) });

export const redrivenClaim = z.object({ id: claimId, status: claimStatus });
export const operatorComment = z.object({ ...redrivenClaim.shape, comment });
export const verifiedCustomer = z.object({ ...redrivenClaim.shape, ...verification.shape });

export const storedCustomer = z.object({
  directoryId,
  name: z.string(),
  domain: z.string(),
  subscriptions: z.array(
    z.object({
      subscriptionId: directoryId,
      product: z.string(),
      state: z.string(),
      channel: maybe(z.enum(subscriptionChannels)),
      endsOn: maybe(day.describe('Its last day.')),
    }),
  ),
});

export const rebuiltLists = z.object({
  claims: count.describe('How many were done.'),
  next: maybe(z.string().describe('What to send as `from` to go on; absent at the end.')),
});

export const liveness = z.object({ status: z.literal('live') });
export const readinessOfService = z.object({
  status: z.enum(['ready', 'not-ready']),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean() })),
});
export const openApi = z.looseObject({
  openapi: z.string(),
  info: z.record(z.string(), z.unknown()),
  paths: z.record(z.string(), z.unknown()),
});
