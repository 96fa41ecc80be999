import * as z from 'zod';
import { contact, partnerContact, product } from '../../../domain/draft/draft.ts';
import type { Route } from '../route.ts';
import { answerSchemas } from '../schemas/answers.ts';
import { claimSummary, historyEntry } from '../schemas/claim.ts';
import * as claimParts from '../schemas/claim-parts.ts';
import { actor, claimStatus, fieldError, partnerLocation, problem, problemCode } from '../schemas/parts.ts';
import { subscriptionChoice } from '../schemas/reference.ts';

/** Schemas that others refer to. */
const shared = {
  Problem: problem,
  FieldError: fieldError,
  ProblemCode: problemCode,
  ClaimStatus: claimStatus,
  Actor: actor,
  PartnerLocation: partnerLocation,
  ClaimSummary: claimSummary,
  HistoryEntry: historyEntry,
  Customer: claimParts.customer,
  Verification: claimParts.verification,
  ClaimProduct: claimParts.claimProduct,
  Revenue: claimParts.revenue,
  Contact: claimParts.contact,
  PartnerContact: claimParts.partnerContact,
  Comment: claimParts.comment,
  ApprovalRequest: claimParts.approvalRequest,
  Undelivered: claimParts.undelivered,
  Decision: claimParts.decision,
  Concern: claimParts.concern,
  Attention: claimParts.attention,
  AttentionReason: claimParts.attentionReason,
  Readiness: claimParts.readiness,
  Hint: claimParts.hint,
  SubscriptionChoice: subscriptionChoice,
  ContactInput: contact,
  PartnerContactInput: partnerContact,
  ProductInput: product,
};

/** The name of the schema of a route's body. */
export const requestName = ({ name }: Route): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}Request`;

/** The place of a named schema in the document. */
export const schemaRef = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

const toJson = { io: 'input', unrepresentable: 'any' } as const;

/** A schema on its own, as JSON Schema 2020-12. */
export const inlineSchema = (schema: z.ZodType) => {
  const { $schema, ...bare } = z.toJSONSchema(schema, toJson);
  return bare;
};

/** `components/schemas`: all named schemas, each referring to the others by name. */
export const componentSchemas = (routes: Route[]): Record<string, object> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ ...shared, ...answerSchemas })) registry.add(schema, { id });
  for (const route of routes) {
    const { body } = route.doc;
    if (body !== undefined && body !== 'binary') registry.add(body, { id: requestName(route) });
  }
  const { schemas } = z.toJSONSchema(registry, { ...toJson, uri: (id) => schemaRef(id).$ref });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]));
};
