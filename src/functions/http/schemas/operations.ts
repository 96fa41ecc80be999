import * as z from 'zod';
import { subscriptionChannels, subscriptionStates } from '../../../domain/customer/subscriptions.ts';
import { deliveries } from '../../../domain/delivery.ts';
import { mailKinds } from '../../../domain/mail-kinds.ts';
import { stepKinds, stepOutcomes } from '../../../domain/orchestration-steps.ts';
import { orchestrationStates, redriveEffects } from '../../../domain/redrive.ts';
import { actionOutcomes, operatorActionKinds } from '../../../storage/operations-log.ts';
import { claim, history } from './claim.ts';
import { comment, verification } from './claim-parts.ts';
import { actor, claimId, claimStatus, count, day, directoryId, instant, maybe, problemCode } from './parts.ts';

/** Answers for operations, and of the service about itself. */

const hold = z.object({ since: instant, by: actor, reason: z.string() }).describe('Neither purged nor erased.');
export const heldClaim = z.object({ id: claimId, status: claimStatus, hold: maybe(hold) });
export const erasedClaim = z.object({
  id: claimId,
  status: claimStatus,
  contactErasedAt: maybe(instant.describe('Absent when there was nobody in it.')),
});

const redrivePlan = z.object({ does: z.enum(redriveEffects), words: z.string() }).describe('What a redrive does now.');

/** Missing of a claim that is gone. */
const names = { partnerName: maybe(z.string()), customerName: maybe(z.string()) };

const inFlightClaim = z.object({
  claimId,
  partnerId: directoryId,
  ...names,
  dueAt: z
    .string()
    .describe('RFC 3339, UTC: by when something must have happened. Empty in the list of failed claims.'),
  attempts: count.describe('How often the reconciler has looked at it.'),
  finding: z.string().describe('What it found last. Empty before it has looked, and in the list of failed claims.'),
  reason: z.string().describe('Why the claim waits, is stuck or has failed.'),
  status: maybe(claimStatus),
  redrive: maybe(redrivePlan),
});
const nextLink = maybe(z.string().describe('The next page; absent on the last.'));
export const inFlightClaims = z.object({ value: z.array(inFlightClaim), nextLink });

export const redrivenClaims = z.object({
  value: z.array(
    z.object({
      claimId,
      outcome: z.union([z.literal('redriven'), problemCode]),
      status: maybe(claimStatus),
    }),
  ),
  next: maybe(z.string().describe('What to send as `after` to go on; absent at the end.')),
});

const orchestrationState = z.enum(orchestrationStates);
export const operatorClaimView = z.object({
  claim,
  partnerId: directoryId,
  partnerName: z.string(),
  orchestration: orchestrationState,
  redrive: redrivePlan,
  hold: maybe(hold),
  operatorActions: history.shape.value.describe('What operators did with it, and why.'),
});

export const orchestration = z.object({
  instanceId: claimId,
  runtimeStatus: z.string(),
  createdAt: instant,
  lastUpdatedAt: instant,
  steps: z.array(
    z.object({
      at: instant.describe('When it ended or came, or was begun if it is under way.'),
      kind: z.enum(stepKinds),
      name: z.string(),
      outcome: z.enum(stepOutcomes),
      scheduledAt: maybe(instant),
      dueAt: maybe(instant),
    }),
  ),
});

const reconcilerRun = z.object({
  at: instant,
  tookMs: count,
  findings: z.record(z.string(), count).describe('How many of what was found.'),
});
export const reconcilerRuns = z.object({ last: maybe(reconcilerRun), value: z.array(reconcilerRun) });

export const overview = z.object({
  at: instant,
  inFlight: z.array(z.object({ status: claimStatus, claims: count })),
  oldestWaitingSince: maybe(instant),
  dueWithinDay: count,
  stuck: count,
  needSomebody: z.array(z.object({ reason: z.string(), claims: count })),
  unverifiedCustomers: count,
  mailFailures: count.describe('Mails that did not arrive, within a day; 1,000 are counted.'),
  poisonMessages: count,
  lastRun: maybe(reconcilerRun),
  words: z.array(z.string()).describe('The same, a sentence each.'),
});

export const operatorActions = z.object({
  value: z.array(
    z.object({
      at: instant,
      by: actor,
      action: z.enum(operatorActionKinds),
      subject: z.string(),
      reason: z.string(),
      outcome: maybe(z.enum(actionOutcomes).describe('Absent when it is under way, or was cut off.')),
    }),
  ),
  nextLink,
});

export const mailFailures = z.object({
  value: z.array(
    z.object({
      at: instant.describe('When the mail service last tried.'),
      partnerId: directoryId,
      claimId,
      mail: z.enum(mailKinds),
      to: z.enum(['customer', 'partner']),
      delivery: z.enum(deliveries),
    }),
  ),
  nextLink,
});

export const poisonMessages = z.object({
  value: z.array(
    z.object({
      messageId: z.string(),
      putAsideAt: instant,
      text: z.string().describe('At most 4,000 characters of it; of mail addresses the domain only.'),
      readAs: z.array(z.string()).describe('What the app makes of each event in it.'),
    }),
  ),
  count: count.describe('How many there are, roughly.'),
});

const unverifiedCustomer = z.object({
  claimId,
  partnerId: directoryId,
  partnerName: z.string(),
  customerName: z.string(),
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
      state: z.enum(subscriptionStates),
      channel: maybe(z.enum(subscriptionChannels)),
      endsOn: maybe(day.describe('Its last day.')),
    }),
  ),
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
