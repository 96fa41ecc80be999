import type { HttpRequest, HttpResponseInit, InvocationContext } from '@azure/functions';
import type { Deps } from '../claims/deps.ts';
import { claimIdPattern } from '../domain/ids.ts';
import { DependencyUnavailable, Problem, UnreadableClaim } from '../lib/result.ts';
import { noteFacts, runOperation } from '../telemetry/operation.ts';

/** The invocation as the Functions host identifies it: its ID and its trace parent. */
export const invocationOf = ({ invocationId, traceContext }: InvocationContext) => ({
  invocationId,
  traceparent: traceContext?.traceParent,
});

/** Thrown to leave a handler from the depth of a call with a refusal; it never leaves the door. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** An outage of something behind us is 503 and may be tried again; anything else unexpected is a bug. */
export const problemOfError = (error: unknown): Problem => {
  if (error instanceof Refusal) return error.problem;
  if (error instanceof UnreadableClaim) return new Problem('claim-unreadable');
  const outage =
    error instanceof DependencyUnavailable ||
    (error instanceof Error && (error.name === 'RestError' || error.name === 'AbortError'));
  return new Problem(outage ? 'dependency-unavailable' : 'internal-error');
};

/** The loggable facts of an unexpected error: kind and place, but not its message, which may contain request data. */
export const errorFacts = (error: unknown): Record<string, string> =>
  error instanceof Error
    ? {
        error: error.name,
        status: String('statusCode' in error ? error.statusCode : ''),
        at:
          error.stack
            ?.split('\n')
            .find((line) => line.includes(' at '))
            ?.trim() ?? '',
      }
    : { error: typeof error };

/** What a door serves: its name, its address as a template, and what came. */
export type Served = { name: string; path: string; request: HttpRequest; context: InvocationContext };

/** Runs the operation behind a door; its span and log line tell the template of the address, never the address. */
export const asOperation = (
  deps: Deps,
  { name, path, request, context }: Served,
  answer: () => Promise<HttpResponseInit>,
): Promise<HttpResponseInit> => {
  const claimId = request.params.id ?? '';
  const call = {
    name,
    kind: 'server' as const,
    ...invocationOf(context),
    facts: claimIdPattern.test(claimId) ? { claimId } : {},
    attributes: { 'http.request.method': request.method, 'http.route': `/${path}` },
  };
  return runOperation(deps.log, call, async () => {
    const answered = await answer();
    noteFacts({ httpStatus: answered.status ?? 200 });
    return answered;
  });
};
