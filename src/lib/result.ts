import { type ProblemCode, problemKinds } from './problem-codes.ts';

export type { ProblemCode } from './problem-codes.ts';

/** An error of one field. `path` is a dotted JSON path, such as `customer.domain` or `products.0.code`. */
export type FieldError = { path: string; code: ProblemCode; message: string };

/** A link to a claim that stands in the way. */
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
  /** The claims that a duplicate conflicts with. */
  readonly standing: StandingClaim[] | undefined;
  /** Size in bytes of the file whose range was not satisfiable. */
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

/** A problem from field errors: it has their code if they agree, else `several-errors`. */
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

/** A stored claim that this build cannot read, such as one in a status that it does not know. It is left as it is. */
export class UnreadableClaim extends Error {
  override name = 'UnreadableClaim';
}

/** A dependency can't be reached or misbehaves; the same call may succeed later. */
export class DependencyUnavailable extends Error {
  override name = 'DependencyUnavailable';
}
