import * as z from 'zod';
import { partnerActions } from '../../../domain/claim-state.ts';
import { closers } from '../../../domain/closed-by.ts';
import {
  approvalRequest,
  attention,
  attentionReason,
  claimProduct,
  comment,
  concern,
  contact,
  customer,
  decision,
  hint,
  partnerContact,
  poeFile,
  readiness,
  revenue,
  undelivered,
} from './claim-parts.ts';
import {
  actor,
  claimId,
  claimStatus,
  count,
  day,
  directoryId,
  fieldError,
  instant,
  maybe,
  partnerLocation,
  problemCode,
  standing,
} from './parts.ts';

const consent = z.enum(['explicit', 'silence']).describe('How the customer agreed.');
const statusReason = z
  .string()
  .describe('Why it ended so: a reason somebody gave, `no-answer`, `partner` or `customer`.');

const closedBy = z.enum(closers).describe('Whose doing it is that the claim does not wait any more.');

/** A claim, as `claimView` makes it. */
export const claim = z
  .object({
    id: claimId,
    status: claimStatus,
    statusReason: maybe(statusReason),
    statusReasonMessage: maybe(z.string().describe('The same as a sentence.')),
    closedBy: maybe(closedBy),
    endedBy: maybe(z.enum(closers)),
    subscriptionsEndOn: maybe(day.describe('The last day of its subscriptions, once it is near.')),
    consent: maybe(consent),
    catalogueVersion: z.string(),
    name: maybe(z.string().describe('Missing, as area and track may be, in a draft that does not have it yet.')),
    partnerLocation,
    customer,
    solutionArea: maybe(z.string()),
    track: maybe(z.string()),
    activities: z.array(z.string()),
    products: z.array(claimProduct),
    revenue: maybe(revenue),
    customerContact: maybe(contact),
    technicalContact: maybe(contact),
    partnerContact: maybe(partnerContact),
    incentiveOptOut: maybe(z.boolean().describe('The partner wants no incentive payment.')),
    disclosureSigned: maybe(z.boolean()),
    poe: z.array(poeFile),
    comments: z.array(comment),
    unreadComments: count.describe('Comments of operations that the partner has not marked as read.'),
    undelivered: maybe(z.array(undelivered)),
    resends: maybe(count.describe('How often the request was asked for again.')),
    copiedFrom: maybe(claimId),
    contactErasedAt: maybe(instant.describe('When the people at the customer were taken out of it.')),
    leftOut: maybe(z.array(fieldError).describe('What could not be taken over from the copied claim.')),
    request: maybe(approvalRequest),
    decision: maybe(decision),
    onSilence: maybe(z.enum(['expire', 'approve']).describe('What no answer means; fixed at submission.')),
    closedAt: maybe(instant.describe('When it left `submitted`.')),
    endedAt: maybe(instant),
    attention: maybe(attention),
    concerns: maybe(z.array(concern)),
    expiry: maybe(
      z
        .object({ announcedAt: instant, cancelAt: instant })
        .describe('Of a draft that nobody touched: when it is cancelled. Any change undoes it.'),
    ),
    createdAt: instant,
    createdBy: actor,
    submittedAt: maybe(instant),
    updatedAt: instant,
    subscriptionsKnown: z.boolean().describe('Whether anything is known of what the customer has.'),
    readiness: z.array(readiness),
    hints: z.array(hint),
    missing: z.array(fieldError).describe('What still keeps a draft from submission; empty for all other claims.'),
    attentionReasons: z.array(attentionReason),
    standing: maybe(standing.describe('Of a draft: your claims that stand for the same, and keep it from submission.')),
    allowedActions: z
      .array(z.enum(partnerActions))
      .describe('What the caller may do with it now: nothing with the role Partner.Reader.'),
    notAllowed: z
      .array(z.object({ action: z.enum(partnerActions), code: problemCode, text: z.string() }))
      .describe('All other actions, and why each would be refused now.'),
    resendFrom: maybe(
      instant.describe('From when on the request may be sent again, while that is one of the actions.'),
    ),
  })
  .describe('One claim.');

/** The line of a claim in a list. */
export const claimSummary = z
  .object({
    id: claimId,
    status: claimStatus,
    statusReason: maybe(statusReason),
    statusReasonMessage: maybe(z.string().describe('The same as a sentence.')),
    closedBy: maybe(closedBy),
    consent: maybe(consent),
    name: maybe(z.string()),
    customer: z.object({ domain: z.string(), directoryId, name: maybe(z.string()) }),
    partnerLocation: partnerLocation.omit({ country: true }),
    solutionArea: maybe(z.string()),
    activities: z.array(z.string()),
    products: count.describe('How many.'),
    productCodes: z.array(z.string()),
    needsAction: z.boolean().describe('Whether there are attentionReasons.'),
    attentionReasons: z.array(attentionReason),
    unreadComments: maybe(count.describe('Comments of operations; left out when there are none.')),
    deadline: maybe(instant.describe('Only while it waits for an answer.')),
    createdAt: instant,
    submittedAt: maybe(instant),
    closedAt: maybe(instant.describe('When it stopped waiting for an answer, however it did.')),
    endedAt: maybe(instant.describe('When the approved association ended.')),
    updatedAt: instant,
  })
  .describe('The line of a claim in a list.');

export const claimPage = z.object({
  value: z.array(claimSummary),
  nextLink: maybe(z.string().meta({ format: 'uri', description: 'The next page; absent on the last one.' })),
});

export const claimCounts = z
  .object({
    byStatus: z.record(claimStatus, count),
    needsAction: count.describe('Claims for which needsAction is true.'),
  })
  .describe("The partner's claims, counted.");

export const requestPreview = z
  .object({
    subject: z.string(),
    html: z.string().describe('A whole document; show it in a frame of its own, sandboxed.'),
    text: z.string(),
  })
  .describe('The mail that asks the customer for approval.');

/** A history entry, as it was appended. */
export const historyEntry = z
  .object({
    sequence: z.int().min(1),
    at: instant,
    actor,
    event: z.string().describe('What happened, such as `submitted`; new kinds may come.'),
    from: claimStatus.nullable(),
    to: claimStatus,
    detail: maybe(z.record(z.string(), z.unknown())),
    erased: maybe(
      z
        .literal(true)
        .describe(
          'People were taken out of it: its hash is that of the entry as it was. A later entry `contact-erased` has, in `detail.digests` by sequence, the SHA-256 of the JSON of what is left, with all members, sorted keys and no blanks.',
        ),
    ),
    previousHash: z.string().meta({ pattern: '^([0-9a-f]{64})?$', description: 'Empty for the first entry.' }),
    hash: z.string().meta({
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256, hex, over previousHash and the JSON of all other members with sorted keys and no blanks.',
    }),
  })
  .describe('One line of a history.');

export const history = z.object({ value: z.array(historyEntry).describe('Oldest first.') });
