import type { Problem, ProblemCode } from './generated.ts';

/** What an operation did. `etag` is the claim's version for `ifMatch`, `location` the address of what was made. */
export type Success<T> = {
  ok: true;
  status: number;
  data: T;
  etag: string | undefined;
  location: string | undefined;
};

/** Why it did not. `retryAfterSeconds`: seconds after which the same call may succeed. */
export type Refusal<C extends ProblemCode> = {
  ok: false;
  status: number;
  problem: Problem & { code: C };
  retryAfterSeconds: number | undefined;
};

export type Result<T, C extends ProblemCode> = Success<T> | Refusal<C>;

/** A refusal, thrown by `orThrow`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  readonly retryAfterSeconds: number | undefined;
  constructor({ problem, retryAfterSeconds }: { problem: Problem; retryAfterSeconds: number | undefined }) {
    super(`${problem.code}: ${problem.detail}`);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Thrown for an answer that is not of this API: a proxy's error page, or an answer cut off. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  readonly status: number;
  constructor(status: number, options?: ErrorOptions) {
    super(`The server answered ${status} with something that is no answer of this API.`, options);
    this.status = status;
  }
}

/** The success of a result; a refusal is thrown, for callers that have nothing to do about it. */
export const orThrow = <T, C extends ProblemCode>(result: Result<T, C>): Success<T> => {
  if (result.ok) return result;
  throw new ProblemError(result);
};
