import { type Operations, operations } from './generated.ts';

type Bytes = NonNullable<RequestInit['body']>;

/** The input of any operation, as this file reads it. */
export type AnyInput = {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  ifMatch?: string;
  ifNoneMatch?: string;
  range?: string;
  ifRange?: string;
  idempotencyKey?: string;
  signal?: AbortSignal;
};

const addressOf = (name: keyof Operations, { path = {}, query = {} }: AnyInput): string => {
  if (!Object.hasOwn(operations, name)) throw new TypeError(`There is no operation ${name}.`);
  const filled = operations[name].path.replaceAll(/\{(\w+)\}/g, (_whole, part: string) => {
    const value = path[part];
    if (value === undefined || value === '') throw new TypeError(`${name} needs path.${part}.`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) search.append(key, String(one));
    }
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
};

const isCsv = (body: unknown): body is { csv: string } =>
  typeof body === 'object' && body !== null && 'csv' in body && Object.keys(body).length === 1;

const isFile = (body: unknown): body is Bytes =>
  typeof body === 'string' || body instanceof Blob || body instanceof Uint8Array || body instanceof ReadableStream;

const contentOf = (body: unknown): { type: string; body: Bytes } | undefined => {
  if (body === undefined) return undefined;
  if (isFile(body)) return { type: 'application/octet-stream', body };
  if (isCsv(body)) return { type: 'text/csv', body: body.csv };
  return { type: 'application/json', body: JSON.stringify(body) };
};

/** A call as fetch takes it. Streams need `duplex`, which not every library of types knows. */
export const requestOf = (
  name: keyof Operations,
  input: AnyInput,
  { token, accept }: { token: string | undefined; accept: string },
): { address: string; init: RequestInit & { duplex?: 'half' } } => {
  const content = contentOf(input.body);
  const headers: Record<string, string> = {
    accept: `${accept}, application/problem+json;q=0.9`,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(content === undefined ? {} : { 'content-type': content.type }),
    ...(input.ifMatch === undefined ? {} : { 'if-match': input.ifMatch }),
    ...(input.ifNoneMatch === undefined ? {} : { 'if-none-match': input.ifNoneMatch }),
    ...(input.range === undefined ? {} : { range: input.range }),
    ...(input.ifRange === undefined ? {} : { 'if-range': input.ifRange }),
    ...(input.idempotencyKey === undefined ? {} : { 'idempotency-key': input.idempotencyKey }),
  };
  return {
    address: addressOf(name, input),
    init: {
      method: operations[name].method,
      headers,
      ...(content === undefined ? {} : { body: content.body }),
      ...(content?.body instanceof ReadableStream ? { duplex: 'half' } : {}),
      ...(input.signal === undefined ? {} : { signal: input.signal }),
    },
  };
};
