import * as z from 'zod';
import { claimStatuses } from '../../../domain/claim-state.ts';
import { claimIdPattern, fileIdPattern } from '../../../domain/ids.ts';
import { type ProblemCode, problemKinds } from '../../../lib/problem-codes.ts';

/** What the schemas of answers are made of. Answers may get more members: callers have to ignore what they do not know. */

/** A member that may be absent; it is never null. */
export const maybe = z.exactOptional;

export const instant = z.string().meta({ format: 'date-time', description: 'RFC 3339, UTC.' });
export const day = z.string().meta({ format: 'date' });
export const directoryId = z.string().meta({ format: 'uuid' });
export const claimId = z.string().meta({ pattern: claimIdPattern.source });
export const fileId = z.string().meta({ pattern: fileIdPattern.source });
export const sha256 = z.string().meta({ pattern: '^[0-9a-f]{64}$' });
export const count = z.int().min(0);

// The cast: the keys of an object, as the type says.
export const problemCode = z.enum(Object.keys(problemKinds) as ProblemCode[]);
export const claimStatus = z.enum(claimStatuses);

export const actor = z
  .object({
    kind: z.enum(['partner', 'customer', 'system', 'operator']).describe('On whose side; `system` is this service.'),
    name: maybe(z.string().describe('Name of the person.')),
    id: maybe(z.string().describe('Object ID of the signed-in user.')),
  })
  .describe('Who did it, by the name known at that moment.');

export const fieldError = z
  .object({
    path: z.string().describe('Path into the body, such as `customer.domain` or `products.0.code`.'),
    code: problemCode,
    message: z.string().describe('What is wrong and what to do, for a person.'),
  })
  .describe('An error of one field.');

/** Where a claim is. */
export const standingClaim = z.object({
  claimId: claimId.describe('ID of the claim.'),
  href: z.string().meta({ format: 'uri-reference', description: 'Its address in this API.' }),
});
export const standing = z.array(standingClaim);

export const problem = z
  .object({
    type: z.string().meta({ format: 'uri-reference', description: 'Identifies the kind of problem, by its code.' }),
    title: z.string().describe('The kind of problem, for a person.'),
    status: z.int().min(400).max(599).describe('The HTTP status of the answer.'),
    detail: z.string().describe('What is wrong with this request, for a person.'),
    instance: z.string().describe('Path of the request.'),
    code: problemCode,
    errors: z.array(fieldError).describe('Every field that needs a change; empty if the problem is not about fields.'),
    standing: maybe(standing).describe(
      'With `duplicate-claim`: your open or approved claims that this one would duplicate.',
    ),
    traceId: z.string().describe('Quote this when you report the problem.'),
  })
  .describe('A refusal (RFC 9457). `code` comes from a closed list; texts may change.');

export const partnerLocation = z
  .object({
    mpnId: z.string().describe('Partner ID of the location.'),
    name: z.string().describe('Name of the location.'),
    country: z.string().describe('ISO 3166-1 alpha-2.'),
  })
  .describe('A location of the partner.');

/** What applies to a claim or an activity. */
export const claimPolicy = z
  .object({
    windowBusinessDays: count.describe('Business days that the customer has to answer.'),
    reminderDays: z.array(count).describe('Business days of the window on which a reminder leaves.'),
    onSilence: z.enum(['expire', 'approve']).describe('What no answer means.'),
    templateMandatory: z.boolean().describe("Whether the claim's template, filled in, has to be among its files."),
    secondFactor: z
      .boolean()
      .describe('Whether the customer types a code that is mailed to them before their answer is taken.'),
  })
  .describe('What is asked of partner and customer.');
