import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RpcCookie, RpcHttpData, RpcTypedData } from '../core-types.ts';
import type { InvocationOutcome } from '../worker.ts';
import { answerPlain, readBody } from './http-answer.ts';

/** Largest body of a request that is not streamed (bytes); the default of the genuine host. */
const maxBodyBytes = 104_857_600;

/**
 * Serves a request of an app without `enableHttpStream`: the body goes to the function, and its answer comes back, as bytes
 * in the call itself. 413, 500 (it threw), 200 (it returned nothing) and 504 (nothing for `stallMs`) are the host's answers.
 */
export const forwardBuffered = async (options: {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
  publicUrl: string;
  params: Record<string, string>;
  headers: Record<string, string>;
  stallMs: number;
  invoke: (http: RpcTypedData) => Promise<InvocationOutcome>;
  onFailure: (error: unknown) => void;
}): Promise<void> => {
  const { incoming, outgoing, publicUrl, params, headers, stallMs } = options;
  const body = await readBody(incoming, maxBodyBytes);
  if (!body) return answerPlain(outgoing, 413);
  const http: RpcHttpData = {
    method: incoming.method ?? 'GET',
    url: publicUrl,
    headers,
    params,
    query: Object.fromEntries(new URL(publicUrl).searchParams),
    // The genuine host leaves out a body without Content-Length (azure-functions-host issue 4926).
    ...(Number(headers['content-length']) > 0 ? { body: { bytes: body } } : {}),
  };
  const stall = setTimeout(() => answerPlain(outgoing, 504), stallMs);
  stall.unref();
  try {
    const { response } = await options.invoke({ http });
    if (!outgoing.headersSent) answerRpc(outgoing, response.returnValue?.http);
  } catch (error) {
    options.onFailure(error);
    if (!outgoing.headersSent) answerPlain(outgoing, 500);
  } finally {
    clearTimeout(stall);
  }
};

const answerRpc = (outgoing: ServerResponse, answer: RpcHttpData | null | undefined): void => {
  if (!answer) {
    answerPlain(outgoing, 200);
    return;
  }
  // Append, so that the app's Vary does not replace the host's.
  for (const [name, value] of Object.entries(answer.headers ?? {})) outgoing.appendHeader(name, value);
  const cookies = (answer.cookies ?? []).map(toSetCookie);
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  outgoing.statusCode = Number(answer.statusCode ?? 200);
  outgoing.end(answer.body?.bytes ?? answer.body?.string ?? undefined);
};

/** Names as the library has them; `none` means that the app set none. */
const sameSite: Record<string, string> = {
  lax: 'SameSite=Lax',
  strict: 'SameSite=Strict',
  explicitNone: 'SameSite=None',
};

const toSetCookie = (cookie: RpcCookie): string =>
  [
    `${cookie.name}=${encodeURIComponent(cookie.value)}`,
    cookie.domain && `Domain=${cookie.domain.value}`,
    cookie.path && `Path=${cookie.path.value}`,
    cookie.expires && `Expires=${new Date(cookie.expires.value.seconds * 1000).toUTCString()}`,
    cookie.maxAge && `Max-Age=${cookie.maxAge.value}`,
    cookie.secure?.value && 'Secure',
    cookie.httpOnly?.value && 'HttpOnly',
    cookie.sameSite && sameSite[cookie.sameSite],
  ]
    .filter(Boolean)
    .join('; ');
