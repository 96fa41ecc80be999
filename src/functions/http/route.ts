import type { HttpRequest, InvocationContext } from '@azure/functions';
import type { z } from 'zod';
import type { Deps, Workflow } from '../../claims/deps.ts';
import type { ClaimRef } from '../../domain/claim.ts';
import type { Problem } from '../../domain/result.ts';
import type { Caller, Role } from '../../identity/caller.ts';
import type { Answer } from './answers.ts';

/** One authenticated call. `claim` is the claim that the path names, in the caller's own partition. */
export type Call = {
  request: HttpRequest;
  context: InvocationContext;
  caller: Caller;
  param: (name: string) => string;
  claim: () => ClaimRef;
  workflow: () => Workflow;
};

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
    query?: Record<string, string>;
    ifMatch?: 'required' | 'optional';
    idempotent?: true;
    /** Status of success, and what it carries. */
    success: { status: number; description: string; contentType?: string };
  };
  handle: (deps: Deps, call: Call) => Promise<Answer | Problem>;
};

export const partnerRoles = ['Partner.Admin', 'Partner.Reader'] as const satisfies Role[];
export const partnerAdmin = ['Partner.Admin'] as const satisfies Role[];
export const operator = ['Operator'] as const satisfies Role[];
