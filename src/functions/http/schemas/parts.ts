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
    kind: z.enum(['partner', 'customer', 'system', 'operator']),
    name: maybe(z.string()),
    id: maybe(z.string()),
  })
  .describe('Who did it, named as known at that moment.');

export const fieldError = z
  .object({
    path: z.string().describe('With dots, such as `customer.domain` or `products.0.code`.'),
    code: problemCode,
    message: z.string(),
  })
  .describe('One thing that is wrong with one field.');

/** Where claims are. */
export const standing = z.array(z.object({ claimId, href: z.string().meta({ format: 'uri-reference' }) }));

export const problem = z
  .object({
    type: z.string().meta({ format: 'uri-reference' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    instance: z.string().describe('The path that was asked for.'),
    code: problemCode,
    errors: z.array(fieldError).describe('Every field that needs a change; empty when no field is to blame.'),
    standing: maybe(standing).describe(
      'With `duplicate-claim`: the claims that stand for the same, and where they are.',
    ),
    traceId: z.string().describe('What to name when you ask about this answer.'),
  })
  .describe('A refusal, RFC 9457. `code` is from a closed list; texts may change.');

export const partnerLocation = z.object({ mpnId: z.string(), name: z.string(), country: z.string() });
