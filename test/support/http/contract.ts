import { openApiDocument } from '../../../src/functions/http/openapi/document.ts';
import { apiRoutes } from '../../../src/functions/http/routes.ts';
import { type ApiDocument, pointerTo, schemaChecks } from './json-schema.ts';

type Answer = { $ref?: string; headers?: Record<string, unknown>; content?: Record<string, unknown> };
type Operation = { operationId: string; responses: Record<string, Answer> };
type Contract = ApiDocument & {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, Answer> };
};

export type SeenAnswer = { method: string; url: string; status: number; headers: Headers; text: string | undefined };

/** What the host answers before the app sees a request: an address or headers that are too long. */
const ofTheHost: readonly number[] = [414, 431];

/** Checks answers against the OpenAPI document that the routes make. */
export const contractChecks = () => {
  // The cast: through JSON, as callers get it.
  const document = JSON.parse(JSON.stringify(openApiDocument(apiRoutes([])))) as Contract;
  const errorsOf = schemaChecks(document);
  const paths = Object.keys(document.paths).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    parameters: path.split('{').length,
  }));

  /** What is wrong with an answer by the document, as text; empty when all is well or the address is not the API's. */
  return ({ method, url, status, headers, text }: SeenAnswer): string => {
    const { pathname } = new URL(url);
    // Of two that fit, the one with fewer parameters is meant.
    const [found] = paths
      .filter(({ pattern }) => pattern.test(pathname))
      .toSorted((a, b) => a.parameters - b.parameters);
    const verb = method.toLowerCase();
    const operation = found && document.paths[found.path]?.[verb];
    if (found === undefined || operation === undefined || ofTheHost.includes(status)) return '';
    const label = `${operation.operationId} ${status}`;
    const stated = operation.responses[status];
    if (stated === undefined) return `${label}: the document has no such status. ${text?.slice(0, 200)}`;
    const shared = stated.$ref?.split('/').at(-1);
    const answer = shared === undefined ? stated : document.components.responses[shared];
    const lacking = Object.keys(answer?.headers ?? {}).filter((name) => !headers.has(name));
    if (lacking.length > 0) return `${label}: lacks ${lacking.join(', ')}`;
    const type = headers.get('content-type')?.split(';')[0] ?? '';
    if (answer?.content?.[type] === undefined) {
      const others = Object.keys(answer?.content ?? {});
      return others.includes('*/*') || (others.length === 0 && type === '')
        ? ''
        : `${label}: is ${type}, not ${others}`;
    }
    if (text === undefined) return '';
    const place =
      shared === undefined
        ? ['paths', found.path, verb, 'responses', String(status)]
        : ['components', 'responses', shared];
    const errors = errorsOf(pointerTo(...place, 'content', type, 'schema'), JSON.parse(text));
    return errors === '' ? '' : `${label}: ${errors} ${text.slice(0, 200)}`;
  };
};
