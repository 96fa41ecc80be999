import type { HttpHandler, HttpRequest, HttpResponseInit, InvocationContext } from '@azure/functions';
import type { Deps } from '../../claims/deps.ts';
import { claimIdPattern } from '../../domain/ids.ts';
import { DependencyUnavailable, Problem } from '../../domain/result.ts';
import type { BearerTokens } from '../../identity/bearer-tokens.ts';
import type { Caller } from '../../identity/caller.ts';
import { noteFacts, runOperation, traceIdOf } from '../../telemetry/operation.ts';
import { workflowOf } from '../../workflow/client.ts';
import { problemResponse, toResponse } from './answers.ts';
import type { Call, Route } from './route.ts';

/** Thrown to leave a handler from the depth of a call with a refusal; it never leaves the door. */
class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** What a problem says about the request that it answers. */
export const aboutOf = (request: HttpRequest, context: InvocationContext) => ({
  instance: new URL(request.url).pathname,
  traceId: traceIdOf(callerOf(context)),
});

/** Who called, as the Functions host tells it. */
export const callerOf = ({ invocationId, traceContext }: InvocationContext) => ({
  invocationId,
  traceparent: traceContext?.traceParent,
});

/** An outage of something behind us is 503 and may be tried again; anything else unexpected is a bug. */
export const problemOfError = (error: unknown): Problem => {
  if (error instanceof Refusal) return error.problem;
  const outage =
    error instanceof DependencyUnavailable ||
    (error instanceof Error && (error.name === 'RestError' || error.name === 'AbortError'));
  return new Problem(outage ? 'dependency-unavailable' : 'internal-error');
};

/** What is logged of an unexpected error: its kind and place, not its text, which may hold data of a request. */
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
type Served = { name: string; path: string; request: HttpRequest; context: InvocationContext };

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
    ...callerOf(context),
    facts: claimIdPattern.test(claimId) ? { claimId } : {},
    attributes: { 'http.request.method': request.method, 'http.route': `/${path}` },
  };
  return runOperation(deps.log, call, async () => {
    const answered = await answer();
    noteFacts({ httpStatus: answered.status ?? 200 });
    return answered;
  });
};

/** Answers with what `handle` gives and turns every refusal and every error into a problem; it always answers. */
const answering = async (
  deps: Deps,
  { name, request, context }: Served,
  handle: () => Promise<HttpResponseInit | Problem>,
): Promise<HttpResponseInit> => {
  const about = aboutOf(request, context);
  try {
    const answer = await handle();
    if (!(answer instanceof Problem)) return answer;
    noteFacts({ code: answer.code });
    return problemResponse(answer, about);
  } catch (error) {
    const problem = problemOfError(error);
    noteFacts({ code: problem.code });
    if (!(error instanceof Refusal)) {
      deps.log('request-failed', { operation: name, code: problem.code, traceId: about.traceId, ...errorFacts(error) });
    }
    return problemResponse(problem, about);
  }
};

/** The handler of a route: token, role, operation, answer. */
export const doorOf =
  (deps: Deps, tokens: BearerTokens, route: Route): HttpHandler =>
  (request, context) => {
    const served = { ...route, request, context };
    return asOperation(deps, served, () =>
      answering(deps, served, async () => {
        const caller = route.roles.length === 0 ? nobody : await tokens.callerOf(request.headers.get('authorization'));
        if (caller instanceof Problem) return caller;
        if (route.roles.length > 0 && !route.roles.some((role) => caller.roles.includes(role)))
          return new Problem('role-missing');
        const unknown = unknownParameter(route, request);
        if (unknown !== undefined) return unknown;
        const answer = await route.handle(deps, callOf(request, context, caller));
        return answer instanceof Problem ? answer : toResponse(answer);
      }),
    );
  };

/** A parameter that nobody reads is most likely one that was misspelt, and the answer would not be what was asked for. */
const unknownParameter = ({ doc }: Route, { url }: HttpRequest): Problem | undefined => {
  const { query } = doc;
  const unknown = query && [...new URL(url).searchParams.keys()].find((name) => !Object.hasOwn(query, name));
  return unknown === undefined
    ? undefined
    : new Problem('invalid-query', `'${unknown.slice(0, 50)}' is not a parameter of this address.`);
};

const nobody: Caller = { partnerId: '', userId: '', name: '', email: '', roles: [] };

const callOf = (request: HttpRequest, context: InvocationContext, caller: Caller): Call => ({
  request,
  context,
  caller,
  param: (name) => request.params[name] ?? '',
  claim: () => {
    const claimId = request.params.id ?? '';
    // What cannot be an ID is not looked up: it may hold characters that storage keys cannot have.
    if (!claimIdPattern.test(claimId)) throw new Refusal(new Problem('claim-not-found'));
    return { partnerId: caller.partnerId, claimId };
  },
  workflow: () => workflowOf(context),
});
