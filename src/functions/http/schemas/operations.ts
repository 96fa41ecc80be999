import * as z from 'zod';
import { ledgerRowKinds } from '../../../claims/operations/ledger-of-claim.ts';
import { subscriptionChannels, subscriptionStates } from '../../../domain/customer/subscriptions.ts';
import { deliveries } from '../../../domain/delivery.ts';
import { mailKinds } from '../../../domain/mail-kinds.ts';
import { stepKinds, stepOutcomes } from '../../../domain/orchestration-steps.ts';
import { orchestrationStates, redriveEffects } from '../../../domain/redrive.ts';
import { actionOutcomes, operatorActionKinds } from '../../../storage/operations-log.ts';
import { claim, history } from './claim.ts';
import { comment, inquiry, verification } from './claim-parts.ts';
import { actor, claimId, claimStatus, count, day, directoryId, instant, maybe, problemCode } from './parts.ts';

/** Answers for operations, and of the service about itself. */

const hold = z
  .object({ since: instant, by: actor, reason: z.string().describe('The reason that the operator gave.') })
  .describe('Legal hold: exempt from purge and erasure.');
export const heldClaim = z.object({ id: claimId, status: claimStatus, hold: maybe(hold) });
export const erasedClaim = z.object({
  id: claimId,
  status: claimStatus,
  contactErasedAt: maybe(instant.describe('Absent if there was no one to erase.')),
});

const redrivePlan = z
  .object({
    does: z.enum(redriveEffects).describe('The effect.'),
    words: z.string().describe('The effect as a sentence.'),
  })
  .describe('What a redrive does now.');

/** Missing of a claim that is gone. */
const names = {
  partnerName: maybe(z.string().describe('Name of the partner.')),
  customerName: maybe(z.string().describe('Name of the customer.')),
};

const inFlightClaim = z.object({
  claimId,
  partnerId: directoryId,
  ...names,
  dueAt: z.string().describe('RFC 3339, UTC: when the step is overdue. Empty in the list of failed claims.'),
  attempts: count.describe('How often the reconciler has checked it.'),
  finding: z
    .string()
    .describe('What the reconciler found last. Empty before its first check, and in the list of failed claims.'),
  reason: z.string().describe('Why the claim waits, is stuck or has failed.'),
  status: maybe(claimStatus),
  redrive: maybe(redrivePlan),
});
const nextLink = maybe(z.string().describe('The next page; absent on the last.'));
export const inFlightClaims = z.object({ value: z.array(inFlightClaim), nextLink });

export const foundClaims = z.object({
  value: z.array(
    z.object({
      id: claimId,
      status: claimStatus,
      name: maybe(z.string()),
      partnerId: directoryId,
      partnerName: z.string(),
      customerName: z.string().describe('Its domain where the name is not known.'),
      createdAt: instant,
      updatedAt: instant,
    }),
  ),
  more: z.boolean().describe('There are more than these: another word narrows them.'),
});

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
      at: instant.describe('When it ended or arrived; if it is still running, when it began.'),
      kind: z.enum(stepKinds).describe('Kind of step.'),
      name: z.string().describe('Name of the activity or event.'),
      outcome: z.enum(stepOutcomes).describe('How far the step got.'),
      scheduledAt: maybe(instant),
      dueAt: maybe(instant),
    }),
  ),
});

export const ledgerRows = z.object({
  value: z.array(
    z.object({
      kind: z
        .enum(ledgerRowKinds)
        .describe(
          'What the row is for: `step`, `draft` and `subscriptions` say when the reconciler looks at the claim; `asking` and `holding` which claims ask for the same, and which of them is approved.',
        ),
      key: z.string().describe('Row key in storage.'),
      dueAt: maybe(instant.describe('When the reconciler looks at the claim.')),
      attempts: maybe(count.describe('How often it has looked.')),
      finding: maybe(z.string().describe('What it found last; empty before it has looked.')),
      reason: maybe(z.string().describe('Why the claim needs attention.')),
      about: maybe(
        z
          .string()
          .describe(
            'Directory ID of the customer, product, and activity with the subscription or `-`; of `asking` and `holding` the family of activities.',
          ),
      ),
      claimIds: maybe(z.array(claimId).describe('All claims that have reserved this, or that ask for it.')),
      holders: maybe(
        z
          .array(z.object({ claimId, partnerName: maybe(z.string()), takenAt: maybe(instant) }))
          .describe('The claims that have taken this, of whichever partner, and when they did.'),
      ),
      status: maybe(claimStatus.describe('How the claim ended.')),
      since: maybe(instant.describe('When its retention began.')),
    }),
  ),
});

const reconcilerRun = z.object({
  at: instant,
  tookMs: count.describe('Duration in ms.'),
  findings: z.record(z.string(), count).describe('Number of claims by finding.'),
});
export const reconcilerRuns = z.object({ last: maybe(reconcilerRun), value: z.array(reconcilerRun) });

const oldestClaim = z.object({
  claimId,
  at: maybe(
    instant.describe(
      'When a waiting claim was submitted, or when the step of another is due. Absent for a claim that needs attention.',
    ),
  ),
});

export const overview = z.object({
  at: instant,
  inFlight: z
    .array(z.object({ status: claimStatus, claims: count.describe('Number of claims.') }))
    .describe('Claims for which something remains to be done, by status.'),
  oldestWaitingSince: maybe(instant.describe('Submission of the oldest claim that waits for its customer.')),
  oldest: z
    .object({
      waiting: maybe(oldestClaim),
      due: maybe(oldestClaim),
      stuck: maybe(oldestClaim),
      attention: maybe(oldestClaim),
    })
    .describe('The first claim of each list of claims in flight.'),
  dueWithinDay: count.describe('Claims with a step due within a day.'),
  stuck: count.describe('Claims with an overdue step.'),
  attention: z
    .array(z.object({ reason: z.string(), claims: count }))
    .describe('Claims that need attention, by reason.'),
  unverifiedCustomers: count.describe('Claims whose customer could not be verified.'),
  mailFailures: count.describe('Mails that were not delivered within the last day, counted up to 1,000.'),
  poisonMessages: count.describe('Messages in the poison queue: they could not be handled.'),
  lastRun: maybe(reconcilerRun),
  words: z.array(z.string()).describe('The same, a sentence each.'),
});

const throughputFigures = z.object({
  submitted: count.describe('Claims that were submitted.'),
  approved: count.describe('Claims that the customer or the end of the window approved, whatever became of them.'),
  declined: count.describe('Claims that the customer declined.'),
  expired: count.describe('Claims that were closed because no answer came.'),
  withdrawn: count.describe('Claims that the partner withdrew.'),
  answered: count.describe('Claims that the customer approved or declined.'),
  medianSeconds: maybe(count.describe('Median time from submission to these answers. Absent without any.')),
  longestSeconds: maybe(count.describe('The longest such time.')),
});
export const throughput = z.object({
  at: instant,
  complete: z.boolean().describe('Whether all claims are counted: there is a limit to how many are read.'),
  days: z
    .array(z.object({ day, ...throughputFigures.shape }))
    .describe('Days in UTC, oldest first; the last is today.'),
  total: throughputFigures,
});

export const operatorActions = z.object({
  value: z.array(
    z.object({
      at: instant,
      by: actor,
      action: z.enum(operatorActionKinds).describe('What was done.'),
      subject: z.string().describe('What it was done to.'),
      reason: z.string().describe('The reason that the operator gave.'),
      outcome: maybe(z.enum(actionOutcomes).describe('Absent while it is running, or if it was interrupted.')),
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
      mail: z.enum(mailKinds).describe('Which mail it was.'),
      to: z.enum(['customer', 'partner']).describe('Whose contact it went to.'),
      delivery: z.enum(deliveries).describe('What the mail service reported.'),
    }),
  ),
  nextLink,
});

export const poisonMessages = z.object({
  value: z.array(
    z.object({
      messageId: z.string().describe('ID of the message.'),
      movedAt: instant.describe('When it was moved to the poison queue.'),
      text: z.string().describe('The first 4,000 characters; of e-mail addresses only the domain.'),
      readAs: z.array(z.string()).describe('How the app reads each event in it.'),
    }),
  ),
  count: count.describe('Approximate number of messages.'),
});

const unverifiedCustomer = z.object({
  claimId,
  partnerId: directoryId,
  partnerName: z.string().describe('Name of the partner.'),
  customerName: z.string().describe('Name of the customer.'),
  status: claimStatus,
  domain: z.string().describe('Domain of the customer.'),
  directoryId: directoryId.describe('Entra tenant ID of the customer.'),
  result: verification.shape.result,
  checkedAt: instant,
});
export const unverifiedCustomers = z.object({ value: z.array(unverifiedCustomer) });

export const redrivenClaim = z.object({ id: claimId, status: claimStatus });
export const operatedClaim = z.object({
  id: claimId,
  status: claimStatus,
  inquiry: maybe(inquiry),
  deadline: maybe(instant.describe('When the time to answer ends; absent in a pause.')),
});
export const operatorComment = z.object({ ...redrivenClaim.shape, comment });
export const verifiedCustomer = z.object({ ...redrivenClaim.shape, ...verification.shape });

export const storedCustomer = z.object({
  directoryId: directoryId.describe('Entra tenant ID of the customer.'),
  name: z.string().describe('Name of the customer.'),
  domain: z.string().describe('Domain of the customer.'),
  subscriptions: z.array(
    z.object({
      subscriptionId: directoryId.describe('ID of the subscription.'),
      product: z.string().describe('Code of a product in the catalogue, or `other`.'),
      state: z.enum(subscriptionStates).describe('State of the subscription.'),
      channel: maybe(z.enum(subscriptionChannels).describe('How the customer bought it.')),
      endsOn: maybe(day.describe('Its last day.')),
    }),
  ),
});

export const loadedCustomer = z.object({
  ...storedCustomer.shape,
  notes: maybe(
    z
      .array(z.object({ path: z.string().describe('The cell, such as rows.2.product.'), message: z.string() }))
      .describe('What was guessed of a CSV file, such as a product by its name. Absent if nothing was.'),
  ),
});

export const problemKind = z.object({
  type: z.string().describe('The address of this answer, as a problem names it.'),
  code: problemCode,
  status: z.int().describe('HTTP status of a refusal with this code.'),
  title: z.string().describe('What the code means.'),
});
export const liveness = z.object({ status: z.literal('live') });
export const readinessOfService = z.object({
  status: z.enum(['ready', 'not-ready']),
  checks: z.array(
    z.object({ name: z.string().describe('What was checked.'), ok: z.boolean().describe('Whether it answers.') }),
  ),
});
export const openApi = z.looseObject({
  openapi: z.string(),
  info: z.record(z.string(), z.unknown()),
  paths: z.record(z.string(), z.unknown()),
});
