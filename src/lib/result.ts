import { type ProblemCode, problemKinds } from './problem-codes.ts';

export type { ProblemCode } from './problem-codes.ts';

/** One thing that is wrong with one field. `path` is a JSON path with dots, such as `customer.domain` or `products.0.code`. */
export type FieldError = { path: string; code: ProblemCode; message: string };

/** Where a claim is, for whoever is told of it. */
export type StandingClaim = { claimId: string; href: string };

/**
 * An expected refusal, returned rather than thrown: bugs and outages throw.
 * The door turns it into `application/problem+json` (RFC 9457).
 */
export class Problem {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors: FieldError[];
  /** Seconds after which the same request may succeed. */
  readonly retryAfterSeconds: number | undefined;
  /** Claims that stand where another one cannot. */
  readonly standing: StandingClaim[] | undefined;
  /** How many bytes there are of what was asked for. */
  readonly size: number | undefined;

  constructor(
    code: ProblemCode,
    detail?: string,
    errors: FieldError[] = [],
    {
      retryAfterSeconds,
      standing,
      size,
    }: { retryAfterSeconds?: number; standing?: StandingClaim[]; size?: number } = {},
  ) {
    this.code = code;
    this.detail = detail ?? problemKinds[code].title;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
    this.standing = standing;
    this.size = size;
  }
}

/** A problem made of field errors: its code is theirs when they agree, `several-errors` when they do not. */
export const fieldProblem = (errors: [FieldError, ...FieldError[]]): Problem => {
  const [first] = errors;
  const sameCode = errors.every((error) => error.code === first.code);
  const detail =
    errors.length === 1 ? `${first.path || 'body'}: ${first.message}` : `${errors.length} fields need a change.`;
  return new Problem(sameCode ? first.code : 'several-errors', detail, errors);
};

/** `fieldProblem` for a list that may be empty. */
export const problemOf = (errors: FieldError[]): Problem | undefined => {
  const [first, ...rest] = errors;
  return first === undefined ? undefined : fieldProblem([first, ...rest]);
};

/** Something that is needed cannot be reached, or does not answer as it should: the same call may succeed later. */
export class DependencyUnavailable extends Error {
  override name = 'DependencyUnavailable';
}
