import type { HttpRequest, InvocationContext } from '@azure/functions';
import type * as z from 'zod';
import type { Deps, Workflow } from '../../claims/deps.ts';
import type { ClaimRef } from '../../domain/claim.ts';
import type { Caller, Role } from '../../identity/caller.ts';
import type { Problem, ProblemCode } from '../../lib/result.ts';
import type { HttpAnswer } from './answer/http-answer.ts';
import type { ListCursors } from './list-cursors.ts';
import type { AnswerName } from './schemas/answers.ts';

/** What the routes work with: the operations' dependencies, and what signs the cursors of lists. */
export type HttpDeps = Deps & { cursors: ListCursors };

/** One authenticated call. `claim` is the claim that the path names, in the caller's own partition. */
export type Call = {
  request: HttpRequest;
  context: InvocationContext;
  caller: Caller;
  param: (name: string) => string;
  claim: () => ClaimRef;
  workflow: () => Workflow;
};

/** A query parameter. An array may be repeated, or have its values in one, with commas. */
export type QueryParameter = { description: string; schema: z.ZodType; required?: true };

/** Headers of an answer that callers need; `components/headers` of the OpenAPI document says what for. */
export type HeaderName =
  | 'ETag'
  | 'Location'
  | 'Content-Disposition'
  | 'Content-Length'
  | 'Accept-Ranges'
  | 'Content-Range'
  | 'Retry-After';

/** One address of the API: what the Functions host registers, what the door checks, and what the OpenAPI document says. */
export type Route = {
  name: string;
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the host, without a leading slash: `api/claims/{id}`. */
  path: string;
  /** One of these app roles is needed; none: no token at all. */
  roles: readonly Role[];
  /** Starts or nudges orchestrations, so it gets the durable client. */
  durable?: true;
  doc: {
    summary: string;
    /** Schema of the JSON body; `binary` for a file. */
    body?: z.ZodType | 'binary';
    /** Says that the body may also come as CSV, and with which columns. */
    csvBody?: string;
    query?: Record<string, QueryParameter>;
    ifMatch?: 'required' | 'optional';
    idempotent?: true;
    /** It is had in parts as well, and has an ETag. */
    ranges?: true;
    /** Codes of its refusals beyond those that the members above imply: see `openapi/problems.ts`. */
    problems?: readonly ProblemCode[];
    /** Status of success, and what it carries: JSON by name, or `contentType`. `alsoAs`: another type, for who asks for it. */
    success: {
      status: number;
      description: string;
      answer?: AnswerName;
      headers?: readonly HeaderName[];
      contentType?: string;
      alsoAs?: string;
    };
    /** An answer that is neither success nor a problem. */
    otherwise?: { status: number; description: string; answer: AnswerName };
  };
  handle: (deps: HttpDeps, call: Call) => Promise<HttpAnswer | Problem>;
};

export const partnerRoles = ['Partner.Admin', 'Partner.Reader'] as const satisfies Role[];
export const partnerAdmin = ['Partner.Admin'] as const satisfies Role[];
export const operator = ['Operator'] as const satisfies Role[];
export const reviewer = ['Reviewer'] as const satisfies Role[];
