import { commentOf, objectOf, type Schema, typeOf } from './type-of-schema.ts';

/** What the generator reads of the OpenAPI document. */
export type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; responses: Record<string, Response> };
};
type Content = Record<string, { schema: Schema & { allOf?: Schema[] } }>;
type Response = { $ref?: string; content?: Content };
type Parameter = { name: string; in: string; required: boolean; description: string; schema: Schema };
type Operation = {
  operationId: string;
  summary: string;
  parameters: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, Response>;
};

const json = 'application/json';
const isSuccess = (status: string): boolean => status.startsWith('2');

const membersOf = (parameters: Parameter[], place: string): string[] =>
  parameters
    .filter((parameter) => parameter.in === place)
    .map(({ name, required, description, schema }) => {
      return `${commentOf({ description })}${name}${required ? ': ' : '?: undefined | '}${typeOf(schema)};`;
    });

const optional = (parameters: Parameter[], place: string): string =>
  parameters.some((parameter) => parameter.in === place && parameter.required) ? '' : '?';

const headerMembers: Record<string, string> = {
  'If-Match': 'ifMatch',
  'Idempotency-Key': 'idempotencyKey',
  Range: 'range',
  'If-Range': 'ifRange',
};

const bodyType = (content: Content): string =>
  [
    ...(content[json] ? [typeOf(content[json].schema)] : []),
    ...(content['text/csv'] ? ['Csv'] : []),
    ...(content['application/octet-stream'] ? ['FileBody'] : []),
  ].join(' | ');

const inputOf = ({ parameters, requestBody }: Operation): string => {
  const path = membersOf(parameters, 'path');
  const query = membersOf(parameters, 'query');
  const headers = parameters.flatMap(({ name, required }) => {
    const member = headerMembers[name];
    return member === undefined ? [] : [`${member}${required ? '' : '?'}: string;`];
  });
  return objectOf([
    ...(path.length === 0 ? [] : [`path: ${objectOf(path)};`]),
    ...(query.length === 0 ? [] : [`query${optional(parameters, 'query')}: ${objectOf(query)};`]),
    ...(requestBody === undefined ? [] : [`body: ${bodyType(requestBody.content)};`]),
    ...headers,
    'signal?: AbortSignal;',
  ]);
};

/** What an answer carries: JSON of a type, nothing, or another media type to download. */
const answersOf = ({ responses }: Operation): string[] => {
  const content = Object.entries(responses).find(([status]) => isSuccess(status))?.[1].content ?? {};
  const files = Object.keys(content).filter((type) => type !== json);
  const answer = content[json] === undefined ? 'undefined' : typeOf(content[json].schema);
  return [
    ...(content[json] === undefined && files.length > 0 ? [] : [`answer: ${answer};`]),
    ...files.map((type) => `download: '${type}';`),
  ];
};

const codesOf = (response: Response, { components }: Document): string[] => {
  const named = response.$ref && components.responses[response.$ref.slice(response.$ref.lastIndexOf('/') + 1)];
  const { content } = named || response;
  const refined = content?.['application/problem+json']?.schema.allOf?.[1];
  return (refined?.properties?.code?.enum ?? []).map((code) => `'${String(code)}'`);
};

const operationType = (operation: Operation, document: Document): string => {
  const codes = Object.values(operation.responses).flatMap((response) => codesOf(response, document));
  const type = objectOf([
    `input: ${inputOf(operation)};`,
    ...answersOf(operation),
    `problem:\n  | ${codes.toSorted().join('\n  | ')};`,
  ]);
  return `${commentOf({ description: operation.summary })}${operation.operationId}: ${type};`;
};

const operationEntry = (method: string, path: string, { operationId, responses }: Operation): string => {
  const also = Object.entries(responses).find(([status, { content }]) => !isSuccess(status) && content?.[json]);
  const members = [`method: '${method.toUpperCase()}'`, `path: '${path}'`, ...(also ? [`also: ${also[0]}`] : [])];
  return `  ${operationId}: { ${members.join(', ')} },`;
};

/** The source of `client/generated.ts`. */
export const clientSource = (document: Document): string => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) => `${commentOf(schema)}export type ${name} = ${typeOf(schema)};`,
  );
  const types = operations.map(({ operation }) => operationType(operation, document));
  const entries = operations.map(({ method, path, operation }) => operationEntry(method, path, operation));
  return `${[
    '// Made from the OpenAPI document by `node local/client/build-client.ts`; edits are lost.',
    "import type { Csv, FileBody } from './bodies.ts';",
    ...schemas,
    `/** Every operation, by operationId: what it takes, what it answers, and the codes of its refusals. */\nexport type Operations = ${objectOf(types)};`,
    `/** Where each operation is. \`also\`: a status besides success that has the answer of success. */\nexport const operations: Record<keyof Operations, { method: string; path: string; also?: number }> = {\n${entries.join('\n')}\n};`,
  ].join('\n\n')}\n`;
};
