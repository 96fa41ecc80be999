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
  customerContact,
  decision,
  hint,
  inquiry,
  mailbox,
  partnerContact,
  poeFile,
  question,
  readiness,
  revenue,
  undelivered,
} from './claim-parts.ts';
import {
  actor,
  claimId,
  claimPolicy,
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
  .describe(
    'Why it has this status: the reason given, `no-answer`, `not-delivered`, `subscription-ended`, `superseded` (the customer approved another partner), `partner` or `customer`.',
  );

const closedBy = z.enum(closers).describe('Who closed the claim.');

/** A claim, as `claimView` makes it. */
export const claim = z
  .object({
    id: claimId.describe('ID of the claim.'),
    status: claimStatus,
    statusReason: maybe(statusReason),
    statusReasonMessage: maybe(z.string().describe('The same as a sentence.')),
    closedBy: maybe(closedBy),
    endedBy: maybe(z.enum(closers).describe('Who ended the approved association.')),
    subscriptionsEndOn: maybe(day.describe('Last day of its subscriptions, once the partner has been notified.')),
    consent: maybe(consent),
    catalogueVersion: z.string().describe('Version of the catalogue that it was created with and keeps.'),
    name: maybe(z.string().describe("The partner's name for the claim. A draft may lack it, like area and track.")),
    partnerLocation,
    customer,
    solutionArea: maybe(z.string().describe('Code of the solution area.')),
    track: maybe(z.string().describe('Code of the track.')),
    activities: z.array(z.string()).describe('Codes of the activities.'),
    products: z.array(claimProduct).describe('What is claimed.'),
    revenue: maybe(revenue),
    customerContact: maybe(customerContact),
    contactMailbox: maybe(mailbox),
    technicalContact: maybe(contact),
    partnerContact: maybe(partnerContact),
    incentiveOptOut: maybe(z.boolean().describe('The partner declines the incentive payment.')),
    disclosureSigned: maybe(z.boolean().describe('The public-sector customer has signed the disclosure.')),
    poe: z.array(poeFile).describe('Files of the proof of execution.'),
    comments: z
      .array(comment)
      .describe('Comments of partner and operators, and questions of the customer, oldest first.'),
    unreadComments: count.describe('Comments of operations that the partner has not marked as read.'),
    undelivered: maybe(z.array(undelivered).describe('Mails other than the request that were not delivered.')),
    resends: maybe(count.describe('How often the partner resent the request.')),
    copiedFrom: maybe(claimId.describe('The claim that this one was copied from.')),
    contactErasedAt: maybe(instant.describe('When the people at the customer were erased.')),
    leftOut: maybe(z.array(fieldError).describe('What could not be copied.')),
    request: maybe(approvalRequest),
    inquiry: maybe(inquiry),
    question: maybe(question),
    decision: maybe(decision),
    tookOver: maybe(z.literal(true).describe('Its approval ended the association of another partner.')),
    onSilence: maybe(
      z
        .enum(['expire', 'approve'])
        .describe('What silence means. Fixed at submission, unless something since then keeps silence from approving.'),
    ),
    closedAt: maybe(instant.describe('When it left `submitted`.')),
    endedAt: maybe(instant),
    attention: maybe(attention),
    concerns: maybe(z.array(concern).describe('Replies of customer contacts that are no decision, oldest first.')),
    expiry: maybe(
      z
        .object({ announcedAt: instant, cancelAt: instant })
        .describe('When an untouched draft will be cancelled. Any change prevents it.'),
    ),
    createdAt: instant,
    createdBy: actor,
    submittedAt: maybe(instant),
    updatedAt: instant,
    subscriptionsKnown: z.boolean().describe("Whether the customer's subscriptions are known."),
    policy: claimPolicy.describe(
      'What applies to the claim: kept from its submission; for a draft, what would apply now. Where activities differ, the stricter one wins.',
    ),
    readiness: z.array(readiness).describe('How the proof looks, one line per reason for refusing it.'),
    hints: z.array(hint).describe('Advice; empty if there is none.'),
    missing: z.array(fieldError).describe('What the submission of a draft still needs; empty for all other claims.'),
    attentionReasons: z.array(attentionReason).describe('Why the claim needs action now; empty if it needs none.'),
    standing: maybe(standing.describe('Of a draft: your open or approved claims that it would duplicate.')),
    allowedActions: z
      .array(z.enum(partnerActions))
      .describe('What the caller can do now; nothing for a Partner.Reader.'),
    notAllowed: z
      .array(
        z.object({
          action: z.enum(partnerActions).describe('The action.'),
          code: problemCode,
          text: z.string().describe('The reason as a sentence.'),
        }),
      )
      .describe('All other actions, each with the reason for refusing it now.'),
    resendFrom: maybe(instant.describe('When a resend is possible, while it is one of the actions.')),
  })
  .describe('One claim.');

/** The line of a claim in a list. */
export const claimSummary = z
  .object({
    id: claimId.describe('ID of the claim.'),
    status: claimStatus,
    statusReason: maybe(statusReason),
    statusReasonMessage: maybe(z.string().describe('The same as a sentence.')),
    closedBy: maybe(closedBy),
    consent: maybe(consent),
    name: maybe(z.string().describe("The partner's name for the claim.")),
    customer: z
      .object({
        domain: z.string().describe('DNS name, in lower case.'),
        directoryId: directoryId.describe('Entra tenant ID.'),
        name: maybe(z.string().describe('Name of the organisation.')),
      })
      .describe('The customer.'),
    partnerLocation: partnerLocation.omit({ country: true }).describe("The partner's location."),
    solutionArea: maybe(z.string().describe('Code of the solution area.')),
    activities: z.array(z.string()).describe('Codes of the activities.'),
    products: count.describe('Number of products.'),
    productCodes: z.array(z.string()).describe('Codes of the products.'),
    needsAction: z.boolean().describe('Whether there are attentionReasons.'),
    attentionReasons: z.array(attentionReason).describe('Why the claim needs action now.'),
    unreadComments: maybe(count.describe('Unread comments of operators; absent if there are none.')),
    deadline: maybe(instant.describe('Last moment for an answer, while the claim waits for one.')),
    createdAt: instant,
    submittedAt: maybe(instant),
    closedAt: maybe(instant.describe('When it stopped waiting for an answer.')),
    endedAt: maybe(instant.describe('When the approved association ended.')),
    updatedAt: instant,
  })
  .describe('A claim in a list.');

export const claimPage = z.object({
  value: z.array(claimSummary).describe('The claims of this page.'),
  nextLink: maybe(z.string().meta({ format: 'uri', description: 'The next page; absent on the last one.' })),
});

export const claimCounts = z
  .object({
    byStatus: z.record(claimStatus, count).describe('Number of claims by status.'),
    needsAction: count.describe('Claims for which needsAction is true.'),
  })
  .describe("The partner's claims, counted.");

export const requestPreview = z
  .object({
    subject: z.string().describe('Subject of the mail.'),
    html: z.string().describe('A whole document; show it in a frame of its own, sandboxed.'),
    text: z.string().describe('The text part of the mail.'),
  })
  .describe('The mail that asks the customer for approval.');

/** A history entry, as it was appended. */
export const historyEntry = z
  .object({
    sequence: z.int().min(1).describe('Number of the entry, from 1.'),
    at: instant,
    actor,
    event: z.string().describe('What happened, such as `submitted`; new kinds may come.'),
    from: claimStatus.nullable().describe('Status before; null for the first entry.'),
    to: claimStatus,
    detail: maybe(z.record(z.string(), z.unknown()).describe('More about the event; members depend on it.')),
    erased: maybe(
      z
        .literal(true)
        .describe(
          'People were erased from it; its hash is that of the original entry. A later entry `contact-erased` has, in `detail.digests` by sequence, the SHA-256 of the JSON of what is left, with all members, sorted keys and no blanks.',
        ),
    ),
    withheld: maybe(
      z
        .literal(true)
        .describe(
          'Only operators see what it is. Its hash is that of the entry itself, so you can check its place, not its hash; `history/verification` checks both.',
        ),
    ),
    previousHash: z.string().meta({ pattern: '^([0-9a-f]{64})?$', description: 'Empty for the first entry.' }),
    hash: z.string().meta({
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256, hex, over previousHash and the JSON of all other members with sorted keys and no blanks.',
    }),
  })
  .describe('One entry of a history.');

export const history = z.object({ value: z.array(historyEntry).describe('Oldest first.') });
