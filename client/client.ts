import { type Operations, operations, type Problem, type ProblemCode } from './generated.ts';
import { type AnyInput, requestOf } from './request.ts';
import { orThrow, type Refusal, type Result, type Success, UnexpectedAnswer } from './result.ts';

/**
 * `baseUrl`: where the API is, without `/api`; empty in a page that comes from the same host. `token`: a bearer token, or
 * what finds one for each call. `fetch`: another one than the platform's.
 */
export type ClientOptions = {
  baseUrl: string;
  token?: string | (() => string | Promise<string>);
  fetch?: typeof globalThis.fetch;
};

type Name = keyof Operations;
type With<Part> = { [K in Name]: Operations[K] extends Part ? K : never }[Name];

/** Operations that answer JSON or nothing; those that answer a file; those that answer a page of a list. */
export type CallName = With<{ answer: unknown }>;
export type DownloadName = With<{ download: string }>;
export type PagedName = With<{ answer: { value: unknown[]; nextLink?: string } }> &
  With<{ input: { query?: { after?: string | undefined } } }>;

type Input<K extends Name> = Operations[K]['input'];
// The input may be left out where nothing in it is required.
type Args<K extends Name> = Record<never, never> extends Input<K> ? [input?: Input<K>] : [input: Input<K>];

/** A file, or the part asked for, as it arrives. `size` in bytes of what arrives, where the server says so. */
export type Download = {
  body: ReadableStream<Uint8Array>;
  contentType: string;
  fileName: string | undefined;
  size: number | undefined;
};

export type Client = ReturnType<typeof createClient>;

/** A client of the API, for browsers and Node. Refusals are results; what fails on the way (network, proxies) is thrown. */
export const createClient = ({ baseUrl, token, fetch = globalThis.fetch }: ClientOptions) => {
  const base = baseUrl.replace(/\/$/, '');

  const send = async (name: Name, input: AnyInput, accept: string): Promise<Response> => {
    const bearer = typeof token === 'function' ? await token() : token;
    const { address, init } = requestOf(name, input, { token: bearer, accept });
    return fetch(`${base}${address}`, init);
  };

  /** Carries an operation out. */
  const call = async <K extends CallName>(
    name: K,
    ...[input]: Args<K>
  ): Promise<Result<Operations[K]['answer'], Operations[K]['problem']>> => {
    return resultOf<K>(name, await send(name, input ?? {}, 'application/json'));
  };

  /** Reads something again of which you have the ETag. */
  const refresh = async <K extends CallName>(
    name: K,
    etag: string,
    ...[input]: Args<K>
  ): Promise<Result<Operations[K]['answer'], Operations[K]['problem']> | 'unchanged'> => {
    const answer = await send(name, { ...input, ifNoneMatch: etag }, 'application/json');
    return answer.status === 304 ? 'unchanged' : resultOf<K>(name, answer);
  };

  /** Downloads a file, or a list as CSV. The body is to be read to its end, or cancelled. */
  const download = async <K extends DownloadName>(
    name: K,
    ...[input]: Args<K>
  ): Promise<Result<Download, Operations[K]['problem']>> => {
    const answer = await send(name, input ?? {}, name === 'listClaims' ? 'text/csv' : '*/*');
    if (!answer.ok) return refusalOf(answer);
    return successOf(answer, downloadOf(answer));
  };

  /** The pages of a list, one after the other. A refusal is thrown as `ProblemError`. */
  async function* pages<K extends PagedName>(
    name: K,
    ...[input]: Args<K>
  ): AsyncGenerator<Operations[K]['answer']['value']> {
    let query: Record<string, unknown> | undefined = input?.query;
    for (;;) {
      // The cast: the same input, with the parameters of the next page.
      const next = { ...input, query } as Input<K> & Args<K>[0];
      const { data } = orThrow(await call(name, ...([next] as Args<K>)));
      yield data.value;
      if (data.nextLink === undefined) return;
      // Only its parameters: the token goes to no other host than baseUrl, and a proxy may stand in between.
      query = parametersOf(data.nextLink);
    }
  }

  return { call, refresh, download, pages };
};

const resultOf = async <K extends CallName>(
  name: K,
  answer: Response,
): Promise<Result<Operations[K]['answer'], Operations[K]['problem']>> => {
  if (!answer.ok && answer.status !== operations[name].also) return refusalOf(answer);
  // The cast: an answer of success has the type that the document gives it.
  return successOf(answer, (await jsonOf(answer)) as Operations[K]['answer']);
};

const parametersOf = (link: string): Record<string, string[]> => {
  const { searchParams } = new URL(link, 'http://any');
  return Object.fromEntries([...searchParams.keys()].map((key) => [key, searchParams.getAll(key)]));
};

const successOf = <T>({ status, headers }: Response, data: T): Success<T> => ({
  ok: true,
  status,
  data,
  etag: headers.get('etag') ?? undefined,
  location: headers.get('location') ?? undefined,
});

const refusalOf = async <C extends ProblemCode>(answer: Response): Promise<Refusal<C>> => {
  const { status, headers } = answer;
  if (!headers.get('content-type')?.startsWith('application/problem+json')) {
    await answer.body?.cancel();
    throw new UnexpectedAnswer(status);
  }
  const wait = Number(headers.get('retry-after') ?? Number.NaN);
  return {
    ok: false,
    status,
    // The cast: the document lists the codes of each operation.
    problem: (await jsonOf(answer)) as Problem & { code: C },
    retryAfterSeconds: Number.isNaN(wait) ? undefined : wait,
  };
};

const jsonOf = async (answer: Response): Promise<unknown> => {
  if (answer.status === 204) return undefined;
  const text = await answer.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnexpectedAnswer(answer.status, { cause });
  }
};

const downloadOf = ({ body, headers }: Response): Download => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(headers.get('content-disposition') ?? '')?.[1];
  const plain = /filename="([^"]*)"/i.exec(headers.get('content-disposition') ?? '')?.[1];
  const size = headers.get('content-length');
  return {
    body: body ?? new ReadableStream({ start: (controller) => controller.close() }),
    contentType: headers.get('content-type') ?? 'application/octet-stream',
    fileName: encoded === undefined ? plain : decodeURIComponent(encoded),
    size: size === null ? undefined : Number(size),
  };
};
