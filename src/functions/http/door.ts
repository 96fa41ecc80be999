import type { HttpHandler, HttpRequest, HttpResponseInit, InvocationContext } from '@azure/functions';
import type { Deps } from '../../claims/deps.ts';
import { claimIdPattern } from '../../domain/ids.ts';
import type { BearerTokens } from '../../identity/bearer-tokens.ts';
import type { Caller } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import { noteFacts, traceIdOf } from '../../telemetry/operation.ts';
import { workflowOf } from '../../workflow/client.ts';
import { asOperation, errorFacts, invocationOf, problemOfError, Refusal, type Served } from '../invocation.ts';
import { problemResponse, toResponse } from './answer/http-answer.ts';
import { readingAnswer } from './answer/reading-answer.ts';
import { taggedAnswer } from './answer/tagged-answer.ts';
import type { Call, HttpDeps, Route } from './route.ts';

/** The members of a problem that identify its request. */
export const aboutOf = (request: HttpRequest, context: InvocationContext) => ({
  instance: new URL(request.url).pathname,
  traceId: traceIdOf(invocationOf(context)),
});

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
  (deps: HttpDeps, tokens: BearerTokens, route: Route): HttpHandler =>
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
        const coded = codedBody(request);
        if (coded !== undefined) return coded;
        const answer = await route.handle(deps, callOf(request, context, caller));
        if (answer instanceof Problem) return answer;
        if (route.method === 'GET') return toResponse(readingAnswer(request, answer));
        // A change has the ETag that GET would answer now, so that reading the claim again is 304.
        return toResponse(answer.headers?.ETag === undefined ? answer : taggedAnswer(answer));
      }),
    );
  };

/** Rejects unknown query parameters: a misspelt filter would silently return the wrong list. */
const unknownParameter = ({ doc }: Route, { url }: HttpRequest): Problem | undefined => {
  const { query } = doc;
  const unknown = query && [...new URL(url).searchParams.keys()].find((name) => !Object.hasOwn(query, name));
  return unknown === undefined
    ? undefined
    : new Problem('invalid-query', `'${unknown.slice(0, 50)}' is not a parameter of this address.`);
};

/** A body that was compressed for the way. Nothing here unpacks one: a small one may hold more than any limit lets through. */
const codedBody = ({ headers }: HttpRequest): Problem | undefined => {
  const coding = headers.get('content-encoding')?.trim().toLowerCase() ?? '';
  return coding === '' || coding === 'identity'
    ? undefined
    : new Problem(
        'unsupported-content-coding',
        `Send the body as it is, without Content-Encoding: ${coding.slice(0, 50)}.`,
      );
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
