import { type ProblemCode, problemKinds } from '../../../lib/problem-codes.ts';
import type { HeaderName, Route } from '../route.ts';
import { requestName, schemaRef } from './components.ts';
import { type Example, examples } from './examples/by-operation.ts';
import { problemExample } from './examples/problem.ts';
import { headersOf, isConditional, parametersOf } from './parameters.ts';
import { problemsOf, protectedCall } from './problems.ts';

const binary = { type: 'string', format: 'binary' };

const withExample = (example: unknown) => (example === undefined ? {} : { example });

const bodyOf = (route: Route, { request, csvRequest }: Example) => {
  const { body, csvBody } = route.doc;
  if (body === undefined) return {};
  const content =
    body === 'binary'
      ? { 'application/octet-stream': { schema: binary } }
      : Object.fromEntries(
          // A PATCH is a merge patch, and may say so (RFC 7396).
          ['application/json', ...(route.method === 'PATCH' ? ['application/merge-patch+json'] : [])].map((type) => [
            type,
            { schema: schemaRef(requestName(route)), ...withExample(request) },
          ]),
        );
  const csv =
    csvBody === undefined
      ? {}
      : { 'text/csv': { schema: { type: 'string', description: csvBody }, ...withExample(csvRequest) } };
  return { requestBody: { required: true, content: { ...content, ...csv } } };
};

const successOf = (route: Route, { answer, csvAnswer }: Example) => {
  const { success } = route.doc;
  const { status, description, headers = [], contentType, alsoAs } = success;
  // A list is also a stream of CSV, which has no ETag.
  const etag: HeaderName[] = isConditional(route) && alsoAs === undefined ? ['ETag'] : [];
  const json =
    success.answer === undefined
      ? {}
      : { 'application/json': { schema: schemaRef(success.answer), ...withExample(answer) } };
  const file = contentType === undefined ? {} : { [contentType]: { schema: binary } };
  const other = alsoAs === undefined ? {} : { [alsoAs]: { schema: { type: 'string' }, ...withExample(csvAnswer) } };
  const content = { ...json, ...file, ...other };
  return {
    [status]: {
      description,
      ...headersOf([...new Set([...etag, ...headers])]),
      ...(Object.keys(content).length > 0 ? { content } : {}),
    },
    ...(route.doc.ranges
      ? { 206: { description: 'The part that was asked for.', ...headersOf([...headers, 'Content-Range']), content } }
      : {}),
    ...(isConditional(route) ? { 304: { description: 'You have it already.', ...headersOf(['ETag']) } } : {}),
  };
};

const retried: readonly number[] = [429, 503];

const refusal = (status: number, codes: ProblemCode[], path: string) => {
  const headers: HeaderName[] = [
    ...(retried.includes(status) ? (['Retry-After'] as const) : []),
    ...(status === 416 ? (['Content-Range'] as const) : []),
  ];
  const schema = { allOf: [schemaRef('Problem'), { type: 'object', properties: { code: { enum: codes } } }] };
  const content = { 'application/problem+json': { schema, example: problemExample(codes, path) } };
  const lines = codes.map((code) => `- \`${code}\`: ${problemKinds[code].title}`);
  return { description: lines.join('\n'), ...headersOf(headers), content };
};

/** Refusals that have the same codes wherever they occur, by status. */
const everywhere: Record<number, string> = { 401: 'Unauthorized', 500: 'InternalError', 503: 'Unavailable' };

/** `components/responses`. */
export const responseComponents = Object.fromEntries(
  Object.entries(everywhere).map(([status, name]) => {
    const codes = protectedCall.filter((code) => problemKinds[code].status === Number(status));
    return [name, refusal(Number(status), codes, '/api/claims/{id}')];
  }),
);

/** One response a status, with the codes that a refusal of this status can have. */
const refusalsOf = (route: Route) => {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(route)) {
    const { status } = problemKinds[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const name = everywhere[status];
      return [
        status,
        name === undefined ? refusal(status, codes, `/${route.path}`) : { $ref: `#/components/responses/${name}` },
      ];
    }),
  );
};

const otherwiseOf = ({ doc: { otherwise } }: Route, { otherwise: example }: Example) =>
  otherwise === undefined
    ? {}
    : {
        [otherwise.status]: {
          description: otherwise.description,
          ...headersOf(['Retry-After']),
          content: { 'application/json': { schema: schemaRef(otherwise.answer), ...withExample(example) } },
        },
      };

const tagOf = ({ path, roles }: Route): string => {
  if (path.startsWith('api/operations/')) return 'operations';
  return roles.length === 0 ? 'service' : 'partner';
};

/** A route, as an operation of the document. */
export const operationOf = (route: Route) => {
  const example = examples[route.name] ?? {};
  return {
    operationId: route.name,
    tags: [tagOf(route)],
    summary: route.doc.summary,
    security: route.roles.length === 0 ? [] : [{ bearer: [...route.roles] }],
    parameters: parametersOf(route),
    ...bodyOf(route, example),
    responses: { ...successOf(route, example), ...refusalsOf(route), ...otherwiseOf(route, example) },
  };
};
