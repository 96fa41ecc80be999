import * as z from 'zod';
import { mailboxes } from '../../../domain/customer/mailbox.ts';
import { deliveries } from '../../../domain/delivery.ts';
import { hintCodes } from '../../../domain/draft/hints.ts';
import { languages } from '../../../domain/language.ts';
import { mailKinds } from '../../../domain/mail-kinds.ts';
import { scanStates } from '../../../domain/proof/scan.ts';
import { attentionCodes } from '../../../domain/view/attention-reasons.ts';
import { actor, count, day, directoryId, fileId, instant, maybe, sha256, standingClaim } from './parts.ts';

/** What a claim consists of, as callers see it. */

const verificationResult = z.enum(['matched', 'mismatched', 'unknown-domain', 'unverifiable']);

export const verification = z
  .object({
    result: verificationResult.describe('`unverifiable`: the directory service did not answer.'),
    checkedAt: instant,
    suggestedDomain: maybe(
      z.string().describe('With `unknown-domain`: the registered domain above it, which belongs to the directory.'),
    ),
    message: z.string().describe('The result as a sentence.'),
  })
  .describe('Whether domain and Directory ID belong together.');

export const customer = z.object({
  domain: z.string().describe('DNS name, in lower case.'),
  directoryId: directoryId.describe('Entra tenant ID.'),
  name: maybe(z.string().describe('Name of the organisation.')),
  country: maybe(z.string().describe('ISO 3166-1 alpha-2; its holidays are not business days.')),
  timeZone: maybe(z.string().describe('IANA name, where the partner gave one.')),
  deadlineTimeZone: z
    .string()
    .describe('IANA name of the zone in which deadlines are computed: timeZone, else that of the country, else UTC.'),
  language: maybe(z.enum(languages).describe('Language of mails and pages; English without it.')),
  publicSector: maybe(z.boolean().describe('Whether it is a public-sector body.')),
  verification,
});

export const claimProduct = z.object({
  code: z.string().describe('Code of a product in the catalogue.'),
  subscriptionId: maybe(z.string().describe("One of the customer's subscriptions of it; for Dynamics 365 products.")),
});

export const revenue = z
  .object({
    dynamicsSolutionSellerName: maybe(z.string().describe('Name of the Dynamics solution seller.')),
    customerName: maybe(z.string().describe('Name of the customer.')),
    isvProductName: maybe(z.string().describe('Name of the ISV product or solution.')),
  })
  .describe('Only for the activity Revenue association.');

const name = maybe(z.string().describe('Name of the person.'));
const email = maybe(z.string().describe('E-mail address.'));
export const contact = z.object({ name, title: maybe(z.string().describe('Job title.')), email });
export const customerContact = contact.extend({
  foreignDomainReason: maybe(
    z.string().describe("Why this person answers from an address that is not known as the customer's."),
  ),
});
export const mailbox = z
  .enum(mailboxes)
  .describe(
    "Whose mailbox the customer contact has, by its domain: the customer's, the partner's, at a public mail host, or at another domain. Only the first can approve by silence; the last two need a reason.",
  );
export const partnerContact = z.object({ name, email });

export const poeFile = z
  .object({
    fileId: fileId.describe('ID, unique within the claim.'),
    fileName: z.string().describe('As it is kept: see the parameter of the upload.'),
    contentType: z.string().describe('By the content of the file, whatever the upload said.'),
    size: count.describe('Bytes.'),
    sha256: sha256.describe('SHA-256 of the bytes, in hex.'),
    note: maybe(z.string().describe("The partner's note.")),
    mentions: maybe(
      z.array(z.string()).describe('Codes of the products that its text names; absent if the text was not read.'),
    ),
    templateOf: maybe(z.string().describe('ID of the claim whose template the file was made from.')),
    blank: maybe(z.literal(true).describe('The template was uploaded without being filled in, and proves nothing.')),
    malwareFoundAt: maybe(
      instant.describe('When a scan found malware: the file can be neither downloaded nor submitted.'),
    ),
    scan: maybe(
      z
        .enum(scanStates)
        .describe(
          'What the malware scan found: `pending` is being checked, `failed` could not be checked; neither can be downloaded, and the request leaves only without them. `accepted`: operators let it through unchecked. Absent with malware, and where the service awaits no scan.',
        ),
    ),
    checkedAt: maybe(instant.describe('When the scan, or an operator in its place, said so.')),
    uploadedAt: instant,
    uploadedBy: actor,
  })
  .describe('A proof-of-execution file.');

export const comment = z.object({
  id: count.describe('Number of the comment, from 1.'),
  at: instant,
  by: actor.describe('A partner, an operator, or the customer contact, who asked a question.'),
  text: z.string().describe('What was written.'),
  answers: maybe(count.describe('Number of the comment, a question of the customer, that it is the reply to.')),
});

export const undelivered = z
  .object({
    mail: z.enum(mailKinds).describe('Which mail it was.'),
    to: z.enum(['customer', 'partner']).describe('Whose contact it went to.'),
    delivery: z.enum(deliveries).describe('What the mail service reported.'),
    deliveryMessage: z.string().describe('The same as a sentence.'),
    attemptedAt: instant,
  })
  .describe('A mail other than the request that was not delivered.');

export const approvalRequest = z
  .object({
    sentAt: instant.describe('When the mail service accepted it; the window starts then.'),
    sentTo: z.string().describe('Address of the customer contact.'),
    sentFrom: z.string().describe("Sender address. The customer's mail system has to accept it, with the subject."),
    subject: z.string().describe('Subject of the mail.'),
    deadline: instant.describe(
      'Last moment for an answer. Under inquiry, and while a question waits for its reply, it does not run; a new one is set afterwards.',
    ),
    extendedBy: maybe(count.describe('Business days by which operators extended it.')),
    deadlineInWords: z.string().describe('The deadline as text, in the time zone of the customer.'),
    reminders: z
      .array(
        z.object({
          number: count.describe('Number of the reminder, from 1.'),
          dueAt: instant,
          sentAt: maybe(instant),
          skipped: maybe(
            z
              .literal(true)
              .describe('It was not sent: a later one was, or its address refuses mail or is the wrong one.'),
          ),
          extension: maybe(z.literal(true).describe('It tells the customer of a later deadline.')),
        }),
      )
      .describe('Reminders of this request, in order.'),
    delivery: z.enum(deliveries).describe('How far the mail got: accepted, or what the mail service reported.'),
    deliveryMessage: z.string().describe('The same as a sentence.'),
    attemptedAt: maybe(instant),
  })
  .describe('The current request to the customer. Absent until the mail has been accepted.');

export const decision = z.object({
  outcome: z.enum(['approved', 'declined']).describe("The customer's answer."),
  decidedAt: instant,
  reason: maybe(z.string().describe("The customer's reason.")),
  code: maybe(
    z
      .object({
        sentTo: z.string().describe('Address that the code was sent to.'),
        sentAt: instant,
      })
      .describe('What was proven: the customer typed a code from a mail to this address.'),
  ),
});

export const concern = z
  .object({
    kind: z.enum(['not-the-right-person', 'not-expected']).describe('What the contact chose.'),
    at: instant,
    email: z.string().describe('Address of the contact.'),
    text: maybe(z.string().describe('What the contact wrote, such as the name of the right person.')),
  })
  .describe('A reply of a customer contact that is no decision.');

export const inquiry = z
  .object({
    since: instant,
    by: actor.describe('The operator who opened it, or the customer who did not expect the request.'),
    reason: z.string().describe('Why.'),
    until: instant.describe('When the request expires unless it is released.'),
  })
  .describe('Operators look at the request. Until they release it, no answer is taken and no time runs.');

export const question = z
  .object({
    comment: count.describe('Number of the comment that is the question.'),
    askedAt: instant,
    pausedUntil: maybe(
      instant.describe('When the time to answer goes on without a reply. Absent: no pause, the time runs.'),
    ),
  })
  .describe(
    'A question of the customer without a reply. A comment of the partner whose `answers` names it is the reply.',
  );

export const attention = z
  .object({
    reason: z.string().describe('Why, as a sentence.'),
    since: instant,
    needs: z.enum(['operations', 'partner']).describe('Who can resolve it.'),
    raisedBy: maybe(
      z
        .enum(['customer', 'delivery', 'scan', 'storage', 'operator'])
        .describe(
          'The customer, a report on a mail, a malware scan, a stored file that has changed, or an operator. Absent: a step of the workflow failed.',
        ),
    ),
    expiresAt: maybe(instant.describe('When the claim expires unless the partner asks another contact, or again.')),
  })
  .describe('A flag that a person has to look at the claim.');

export const attentionReason = z
  .object({
    code: z.enum(attentionCodes).describe('The reason, from a closed list.'),
    text: z.string().describe('The reason as a sentence.'),
    dueAt: maybe(instant.describe('Until when something can be done about it.')),
  })
  .describe('A reason why the claim needs action now.');

export const hint = z
  .object({
    code: z
      .enum(hintCodes)
      .describe(
        'The hint, from a closed list. Of a draft: `held-by-other-partner` (the customer decides whether you take over), `own-claim-stands` and `own-claim-ending` (a claim of yours for the same; see `claim`).',
      ),
    message: z.string().describe('The hint as a sentence.'),
    until: maybe(day.describe('The day from which it no longer applies.')),
    claim: maybe(standingClaim.describe('The claim of yours that the hint is about.')),
  })
  .describe('Advice about the claim in its present status. What it can do now is in `allowedActions`.');

export const readiness = z
  .object({
    reason: z.enum([
      'missing-or-wrong-file',
      'no-customer-acknowledgment',
      'missing-or-old-dates',
      'service-not-described',
      'product-not-named',
    ]),
    state: z.enum(['ok', 'check', 'missing']).describe('`check`: a person has to judge.'),
    message: z.string().describe('What to look at or do.'),
  })
  .describe('One of the five reasons for refusing proof, and its state. It never blocks.');
