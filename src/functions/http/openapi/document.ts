import type { Route } from '../route.ts';
import { componentSchemas } from './components.ts';
import { operationOf, responseComponents } from './operation.ts';
import { headerComponents } from './parameters.ts';

const description = `A partner claims an association with a customer, uploads proof of execution and submits; the customer
decides by e-mail.

**Tokens.** Every call but those of the service itself needs a bearer token of the directory (tenant) that the caller belongs
to. Each operation names the app roles of which one is needed. A claim of another partner is \`404\`.

**Refusals** are \`application/problem+json\` (RFC 9457) with a \`code\` of the closed list in the schema ProblemCode; each
operation lists the codes that it may answer with. The address in \`type\` says what a code means. An address that does not
exist is \`404 not-found\`, a method that an address does not have \`405 method-not-allowed\`.

**Changes.** A claim's \`ETag\` begins with its version. \`If-Match\` is required where a write could overwrite someone's and honoured
elsewhere. An \`Idempotency-Key\` on a POST makes it safe to send again.

**Reading.** Every address that answers GET answers HEAD. A JSON answer to GET has an \`ETag\`; with it in \`If-None-Match\` the
same answer is \`304\` without a body. The ETag of a claim is its version and a hash of the answer, after a change as well: what other claims,
reference data and the clock add to it (missing, hints) may change while the version stays. \`If-Match\` compares the version.

**Lists** have \`value\` and, when there may be more, \`nextLink\`: follow it as it is.

**Growth.** Answers may get more members, and lists of words (events of a history, states) more words. Requests with members
that are not known are refused.`;

const tags = [
  { name: 'partner', description: 'Claims, by the partner that makes them, and what is needed to make one.' },
  { name: 'operations', description: 'What is in flight, what needs attention, and reference data.' },
  { name: 'service', description: 'Probes, problem codes and this document. No token.' },
];

const bearer = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: 'OpenID Connect access token. Roles: Partner.Admin, Partner.Reader, Operator.',
};

/** The OpenAPI 3.1 document, made from the routes and the schemas that they check with. */
export const openApiDocument = (routes: Route[]) => {
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {};
  for (const route of routes) {
    const path = `/${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Customer associations', version: '1', summary: 'Claims, from draft to decision.', description },
    servers: [{ url: '/' }],
    tags,
    paths,
    components: {
      schemas: componentSchemas(routes),
      responses: responseComponents,
      headers: headerComponents,
      securitySchemes: { bearer },
    },
  };
};
