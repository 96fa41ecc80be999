import * as z from 'zod';
import { deliveries } from '../../../domain/delivery.ts';
import { hintCodes } from '../../../domain/draft/hints.ts';
import { languages } from '../../../domain/language.ts';
import { mailKinds } from '../../../domain/mail-kinds.ts';
import { attentionCodes } from '../../../domain/view/attention-reasons.ts';
import { actor, count, day, directoryId, fileId, instant, maybe, sha256 } from './parts.ts';

/** What a claim consists of, as callers see it. */

const verificationResult = z.enum(['matched', 'mismatched', 'unknown-domain', 'unverifiable']);

export const verification = z
  .object({ result: verificationResult, checkedAt: instant, message: z.string() })
  .describe('Do domain and Directory ID belong together?');

export const customer = z.object({
  domain: z.string(),
  directoryId,
  name: maybe(z.string()),
  country: maybe(z.string().describe('ISO 3166-1 alpha-2.')),
  timeZone: maybe(z.string().describe('IANA name.')),
  language: maybe(z.enum(languages)),
  publicSector: maybe(z.boolean()),
  verification,
});

export const claimProduct = z.object({ code: z.string(), subscriptionId: maybe(z.string()) });

export const revenue = z
  .object({
    dynamicsSolutionSellerName: maybe(z.string()),
    customerName: maybe(z.string()),
    isvProductName: maybe(z.string()),
  })
  .describe('Asked for by the activity Revenue association only.');

const name = maybe(z.string());
const email = maybe(z.string());
export const contact = z.object({ name, title: maybe(z.string()), email });
export const partnerContact = z.object({ name, email });

export const poeFile = z
  .object({
    fileId,
    fileName: z.string().describe('As it is kept: see the parameter of the upload.'),
    contentType: z.string().describe('By the content of the file, whatever the upload said.'),
    size: count.describe('Bytes.'),
    sha256,
    note: maybe(z.string()),
    mentions: maybe(
      z.array(z.string()).describe('Codes of products that its text names; absent where it was not read.'),
    ),
    templateOf: maybe(z.string().describe('The claim whose template the file is.')),
    blank: maybe(
      z.literal(true).describe('The template as it was downloaded: it proves nothing until it is filled in.'),
    ),
    malwareFoundAt: maybe(instant.describe('When a scan found malware in it: it is neither handed out nor submitted.')),
    uploadedAt: instant,
    uploadedBy: actor,
  })
  .describe('A proof-of-execution file.');

export const comment = z.object({ id: count, at: instant, by: actor, text: z.string() });

export const undelivered = z
  .object({
    mail: z.enum(mailKinds),
    to: z.enum(['customer', 'partner']),
    delivery: z.enum(deliveries),
    deliveryMessage: z.string().describe('The same as a sentence.'),
    attemptedAt: instant,
  })
  .describe('A mail, other than the request, that did not arrive.');

export const approvalRequest = z
  .object({
    sentAt: instant.describe('When the mail service accepted it, which starts the window.'),
    sentTo: z.string(),
    sentFrom: z.string().describe("With the subject: what the customer's mail system has to let through."),
    subject: z.string(),
    deadline: instant,
    deadlineInWords: z.string().describe('In the time zone of the customer.'),
    reminders: z.array(
      z.object({ number: count, dueAt: instant, sentAt: maybe(instant), skipped: maybe(z.literal(true)) }),
    ),
    delivery: z.enum(deliveries),
    deliveryMessage: z.string().describe('The same as a sentence.'),
    attemptedAt: maybe(instant),
  })
  .describe('The request to the customer as it stands. Absent until the mail has left.');

export const decision = z.object({
  outcome: z.enum(['approved', 'declined']),
  decidedAt: instant,
  reason: maybe(z.string()),
});

export const concern = z
  .object({
    kind: z.enum(['not-the-right-person', 'not-expected']),
    at: instant,
    email: z.string(),
    text: maybe(z.string()),
  })
  .describe('What a customer contact said about the request without answering it.');

export const attention = z
  .object({
    reason: z.string(),
    since: instant,
    needs: z.enum(['operations', 'partner']),
    raisedBy: maybe(z.enum(['customer', 'delivery', 'scan'])),
  })
  .describe('What somebody has to look at.');

export const attentionReason = z
  .object({
    code: z.enum(attentionCodes),
    text: z.string(),
    dueAt: maybe(instant.describe('Until when something can be done about it.')),
  })
  .describe('Why a claim needs action, as of now.');

export const hint = z
  .object({
    code: z.enum(hintCodes),
    message: z.string(),
    until: maybe(day.describe('From this day on it says nothing any more.')),
  })
  .describe('What is good to know about the claim as it stands. It never blocks.');

export const readiness = z
  .object({
    reason: z.enum([
      'missing-or-wrong-file',
      'no-customer-acknowledgment',
      'missing-or-old-dates',
      'service-not-described',
      'product-not-named',
    ]),
    state: z.enum(['ok', 'check', 'missing']),
    message: z.string(),
  })
  .describe('One of the five reasons for which proof is refused, and how it looks. Never blocks.');
