import { requestToken } from '../services/identity/request-token.ts';

/** The app refused a request of the demo; the message quotes its answer. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}

export type Call = {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Below `/api/`. */
  path: string;
  body?: unknown;
  /** Sent as they are, instead of JSON. */
  bytes?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
};

export type AppClient = (call: Call) => Promise<{ body: Record<string, unknown>; etag: string }>;

/** Calls the app's API as a demo user, as any client would. Throws `RefusedError` for an answer of 400 and above. */
export const signInTo = async (appUrl: string, identityUrl: string, user: string): Promise<AppClient> => {
  const token = await requestToken(identityUrl, user);
  return async ({ method, path, body, bytes, headers }) => {
    const answer = await fetch(`${appUrl}/api/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': bytes === undefined ? 'application/json' : 'application/octet-stream',
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(bytes !== undefined && { body: bytes }),
    });
    const answered = await answer.text();
    if (!answer.ok) throw new RefusedError(`${method} /api/${path}: ${answer.status} ${answered}`);
    return { body: answered === '' ? {} : JSON.parse(answered), etag: answer.headers.get('etag') ?? '' };
  };
};
