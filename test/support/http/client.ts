import { requestToken } from '../../../local/services/identity/request-token.ts';
import { forgeToken } from '../stack/forge-token.ts';
import type { Stack } from '../stack/stack.ts';
import { stackTime } from '../stack/stack-clock.ts';

export type Reply = {
  status: number;
  headers: Headers;
  etag: string;
  text: string;
  /** The JSON body; tests look into it freely. */
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on what it reads.
  body: any;
};

export type SendOptions = {
  json?: unknown;
  body?: string | Uint8Array | ReadableStream;
  headers?: Record<string, string>;
};

export type Client = {
  token: string;
  send: (method: string, path: string, options?: SendOptions) => Promise<Reply>;
  get: (path: string, headers?: Record<string, string>) => Promise<Reply>;
  post: (path: string, json?: unknown, headers?: Record<string, string>) => Promise<Reply>;
  patch: (path: string, json: unknown, etag?: string) => Promise<Reply>;
  delete: (path: string, etag?: string) => Promise<Reply>;
  /** The bytes of a file. */
  download: (path: string) => Promise<Buffer>;
  /** Uploads a proof of execution. */
  upload: (
    claimId: string,
    fileName: string,
    content: string | Uint8Array,
    headers?: Record<string, string>,
  ) => Promise<Reply>;
};

/** The version in a claim's ETag: an answer to GET adds a hash of what it shows. */
export const versionOf = (etag: string): number => Number(/^"(\d+)[c."]/.exec(etag)?.[1]);

/** Sends one request to the app and reads all of the answer. */
export const send = async (url: string, method: string, { json, body, headers }: SendOptions = {}): Promise<Reply> => {
  const payload = json === undefined ? body : JSON.stringify(json);
  const answer = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(payload === undefined ? {} : { body: payload }),
    ...(payload instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit);
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  return {
    status: answer.status,
    headers: answer.headers,
    etag: answer.headers.get('etag') ?? '',
    text,
    body: isJson && text !== '' ? JSON.parse(text) : undefined,
  };
};

type SignInTo = Pick<Stack, 'app' | 'identity' | 'dataDir' | 'directories'>;

/** From the issuer, or as it would make it for the directory that this user has on a shared stack. */
const tokenOf = async (stack: SignInTo, user: string): Promise<string> => {
  const tid = stack.directories?.[user];
  if (tid === undefined) return requestToken(stack.identity, user);
  return forgeToken(stack, { user, claims: { tid }, now: await stackTime(stack) });
};

/** A demo user of the stack, signed in now. Sign in again after the clock was moved: tokens live an hour. */
export const signIn = async (stack: SignInTo, user: string): Promise<Client> => {
  const token = await tokenOf(stack, user);
  const authorized = (method: string, path: string, options: SendOptions = {}) =>
    send(`${stack.app}/api/${path}`, method, {
      ...options,
      headers: { authorization: `Bearer ${token}`, ...options.headers },
    });
  const ifMatch = (etag: string | undefined): Record<string, string> =>
    etag === undefined ? {} : { 'if-match': etag };
  return {
    token,
    send: authorized,
    get: (path, headers = {}) => authorized('GET', path, { headers }),
    post: (path, json, headers = {}) => authorized('POST', path, { ...(json === undefined ? {} : { json }), headers }),
    patch: (path, json, etag) => authorized('PATCH', path, { json, headers: ifMatch(etag) }),
    delete: (path, etag) => authorized('DELETE', path, { headers: ifMatch(etag) }),
    download: async (path) => {
      const answer = await fetch(`${stack.app}/api/${path}`, { headers: { authorization: `Bearer ${token}` } });
      return Buffer.from(await answer.arrayBuffer());
    },
    upload: (claimId, fileName, content, headers = {}) =>
      authorized('POST', `claims/${claimId}/poe?fileName=${encodeURIComponent(fileName)}`, {
        body: content,
        headers: { 'content-type': 'application/octet-stream', ...headers },
      }),
  };
};

/** Sends what a client would, under any token, or none. */
export const withToken =
  ({ app }: Pick<Stack, 'app'>, token: string | undefined): Client['send'] =>
  (method, path, options: SendOptions = {}) =>
    send(`${app}/api/${path}`, method, {
      ...options,
      headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...options.headers },
    });
