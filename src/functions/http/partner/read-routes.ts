import * as z from 'zod';
import { listSubscriptions } from '../../../claims/draft/list-subscriptions.ts';
import { readHistory, readPartner } from '../../../claims/partner-claims.ts';
import { catalogueAt, catalogues } from '../../../domain/catalogue/catalogue.ts';
import { verificationMessage } from '../../../domain/customer/verification.ts';
import { shownToPartner } from '../../../domain/history.ts';
import { poeTypes } from '../../../domain/proof/poe-rules.ts';
import { areasWithPolicies } from '../../../domain/request/claim-policy.ts';
import { domainName } from '../../../lib/address-fields.ts';
import { guid } from '../../../lib/fields.ts';
import { Problem } from '../../../lib/result.ts';
import { readJson } from '../body.ts';
import { operator, partnerRoles, type Route } from '../route.ts';
import { readClaimRoute } from './read-claim-route.ts';

const customerCheck = z.strictObject({ domain: domainName, directoryId: guid });

/** What can be read without changing anything. */
export const readRoutes: Route[] = [
  {
    name: 'readCatalogue',
    method: 'GET',
    path: 'api/catalogue',
    roles: [...partnerRoles, ...operator],
    doc: {
      summary: 'What can be claimed, and which files prove it.',
      query: {
        version: {
          description: 'A version of `versions`; the one that new claims are made with when it is not given.',
          schema: z.string(),
        },
      },
      success: { status: 200, answer: 'Catalogue', description: 'The catalogue.' },
    },
    handle: async (deps, { request }) => {
      const version = request.query.get('version') ?? catalogueAt(deps.now()).version;
      const catalogue = catalogues.find((candidate) => candidate.version === version);
      const versions = catalogues.map(({ version, validFrom, validTo }) => ({ version, validFrom, validTo }));
      if (catalogue === undefined) {
        return new Problem('invalid-query', `version: one of ${versions.map(({ version }) => version).join(', ')}.`);
      }
      return {
        status: 200,
        json: {
          ...catalogue,
          solutionAreas: areasWithPolicies(catalogue, deps.policy),
          versions,
          poe: { ...deps.limits, extensions: Object.keys(poeTypes) },
        },
      };
    },
  },
  {
    name: 'readPartner',
    method: 'GET',
    path: 'api/partner',
    roles: partnerRoles,
    doc: {
      summary: "The caller's partner, its locations, and the caller's roles.",
      problems: ['unknown-partner'],
      success: { status: 200, answer: 'Partner', description: 'The partner.' },
    },
    handle: async (deps, { caller }) => {
      const partner = await readPartner(deps, caller);
      if (partner instanceof Problem) return partner;
      return {
        status: 200,
        json: { ...partner, user: { name: caller.name, email: caller.email, roles: caller.roles } },
      };
    },
  },
  {
    name: 'checkCustomer',
    method: 'POST',
    path: 'api/customer-checks',
    roles: partnerRoles,
    doc: {
      summary: 'Do a domain and a Directory ID belong together?',
      body: customerCheck,
      problems: ['too-long', 'invalid-guid', 'invalid-domain'],
      success: {
        status: 200,
        answer: 'CustomerCheck',
        description: 'matched, mismatched, unknown-domain or unverifiable.',
      },
    },
    handle: async (deps, { request }) => {
      const body = await readJson(request, customerCheck);
      if (body instanceof Problem) return body;
      const { domain, directoryId } = body.input;
      const verification = await deps.directories.verify(domain, directoryId);
      return {
        status: 200,
        json: { domain, directoryId, ...verification, message: verificationMessage(verification) },
      };
    },
  },
  readClaimRoute,
  {
    name: 'listSubscriptions',
    method: 'GET',
    path: 'api/claims/{id}/subscriptions',
    roles: partnerRoles,
    doc: {
      summary: 'The Dynamics 365 subscriptions from which a draft may choose.',
      query: { product: { description: 'Only those of this product.', schema: z.string() } },
      problems: ['action-not-allowed', 'customer-not-matched'],
      success: {
        status: 200,
        answer: 'SubscriptionChoices',
        description: 'Subscriptions; known is false when nothing is known of the customer.',
      },
    },
    handle: async (deps, { request, claim }) => {
      const listed = await listSubscriptions(deps, claim(), request.query.get('product') ?? undefined);
      return listed instanceof Problem ? listed : { status: 200, json: listed };
    },
  },
  {
    name: 'readHistory',
    method: 'GET',
    path: 'api/claims/{id}/history',
    roles: partnerRoles,
    doc: {
      summary:
        'All history entries, oldest first; each hash covers the one before. What only operators see is withheld.',
      success: { status: 200, answer: 'History', description: 'The history.' },
    },
    handle: async (deps, { claim }) => {
      const entries = await readHistory(deps, claim());
      return entries instanceof Problem ? entries : { status: 200, json: { value: entries.map(shownToPartner) } };
    },
  },
];
