import * as z from 'zod';
import type { HeaderName, Route } from '../route.ts';
import { claimId, directoryId, fileId, problemCode } from '../schemas/parts.ts';
import { inlineSchema } from './components.ts';

const pathParameters: Record<string, { description: string; schema: z.ZodType }> = {
  id: { description: 'The claim.', schema: claimId },
  fileId: { description: 'The file.', schema: fileId },
  code: { description: 'The problem code.', schema: problemCode },
  messageId: { description: 'The message.', schema: z.string() },
  tenantId: { description: 'The directory of the partner.', schema: directoryId },
  directoryId: { description: 'The directory of the customer.', schema: directoryId },
};

const etag = z.string().meta({ pattern: '^"[\\w.-]+"$' });
const etags = z.string().meta({ examples: ['"3"', '"3", "4"', '*'] });
const key = z.string().meta({ pattern: '^[\\x21-\\x7e]{1,200}$' });

const parameter = (
  place: 'path' | 'query' | 'header',
  name: string,
  { description, schema, required = false }: { description: string; schema: z.ZodType; required?: boolean },
) => ({ name, in: place, required, description, schema: inlineSchema(schema) });

/** Whether an operation answers with an ETag, and 304 to whoever has it. */
export const isConditional = ({ method, doc }: Pick<Route, 'method' | 'doc'>): boolean =>
  method === 'GET' && (doc.success.answer !== undefined || doc.ranges === true);

/** The parameters of an operation, those of its path first. */
export const parametersOf = ({ path, method, doc }: Route) => [
  ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const known = pathParameters[name];
    if (known === undefined) throw new Error(`Nothing is known of {${name}} in ${path}.`);
    return parameter('path', name, { ...known, required: true });
  }),
  ...Object.entries(doc.query ?? {}).map(([name, query]) => parameter('query', name, query)),
  ...(doc.ifMatch === undefined
    ? []
    : [
        parameter('header', 'If-Match', {
          description:
            'The ETag that was read: the change is made only if the claim is still the same. Or a list of ETags, of which one has to be that of the claim; or `*`.',
          schema: etags,
          required: doc.ifMatch === 'required',
        }),
      ]),
  ...(isConditional({ method, doc })
    ? [
        parameter('header', 'If-None-Match', {
          description: 'ETags of answers that you have: 304 without a body when one of them still holds.',
          schema: etags,
        }),
      ]
    : []),
  ...(doc.ranges
    ? [
        parameter('header', 'Range', {
          description: 'One range of bytes, such as `bytes=0-1023`.',
          schema: z.string(),
        }),
        parameter('header', 'If-Range', {
          description: 'An ETag: the part is sent only of this version, and all of another one.',
          schema: etags,
        }),
      ]
    : []),
  ...(doc.idempotent
    ? [
        parameter('header', 'Idempotency-Key', {
          description:
            'The same key with the same request gets the first answer again, for 30 days. With another request it is refused.',
          schema: key,
        }),
      ]
    : []),
];

const header = (description: string, schema: z.ZodType) => ({ description, schema: inlineSchema(schema) });

/** `components/headers`. */
export const headerComponents: Record<HeaderName, object> = {
  ETag: header(
    'Of a claim its version, for If-Match, and with JSON a hash of it, for If-None-Match; of other answers a hash.',
    etag,
  ),
  Location: header('Address of what was made.', z.string().meta({ format: 'uri-reference' })),
  'Content-Disposition': header('An attachment, with its file name (RFC 6266).', z.string()),
  'Accept-Ranges': header('bytes: parts may be asked for with Range.', z.string()),
  'Content-Range': header('Which bytes these are, and of how many.', z.string()),
  'Content-Length': header('Bytes.', z.int()),
  'Retry-After': header('Seconds after which the same request may succeed.', z.int().min(1)),
};

/** `headers` of an answer, by reference. */
export const headersOf = (names: readonly HeaderName[] = []) =>
  names.length === 0
    ? {}
    : { headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])) };
