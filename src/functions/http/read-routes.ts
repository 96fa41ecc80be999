import { z } from 'zod';
import { readClaim, readHistory, readPartner } from '../../claims/partner-claims.ts';
import { catalogueAt } from '../../domain/catalogue.ts';
import type { ClaimSummary } from '../../domain/claim-view.ts';
import { domainName, guid } from '../../domain/fields.ts';
import { poeTypes } from '../../domain/poe-rules.ts';
import { Problem } from '../../domain/result.ts';
import { readJson } from './body.ts';
import { claimAnswer } from './claim-answer.ts';
import { listParameters, parseListQuery } from './list-query.ts';
import { operator, partnerRoles, type Route } from './route.ts';

const customerCheck = z.strictObject({ domain: domainName, directoryId: guid });

const checkWords = {
  matched: 'Domain and Directory ID belong together.',
  mismatched: 'The domain belongs to another directory. Check both with the customer.',
  'unknown-domain': 'No directory has this domain.',
  unverifiable: 'This cannot be verified now. It is looked up again when you submit.',
};

/** What can be read without changing anything. */
export const readRoutes: Route[] = [
  {
    name: 'readCatalogue',
    method: 'GET',
    path: 'api/catalogue',
    roles: [...partnerRoles, ...operator],
    doc: {
      summary: 'What can be claimed, and which files prove it.',
      success: { status: 200, description: 'The catalogue.' },
    },
    handle: async (deps) => ({
      status: 200,
      json: { ...catalogueAt(deps.now()), poe: { ...deps.limits, extensions: Object.keys(poeTypes) } },
    }),
  },
  {
    name: 'readPartner',
    method: 'GET',
    path: 'api/partner',
    roles: partnerRoles,
    doc: {
      summary: "The caller's partner, its locations, and the caller's roles.",
      success: { status: 200, description: 'The partner.' },
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
      success: { status: 200, description: 'matched, mismatched, unknown-domain or unverifiable.' },
    },
    handle: async (deps, { request }) => {
      const body = await readJson(request, customerCheck);
      if (body instanceof Problem) return body;
      const { domain, directoryId } = body.input;
      const verification = await deps.directories.verify(domain, directoryId);
      return { status: 200, json: { domain, directoryId, ...verification, message: checkWords[verification.result] } };
    },
  },
  {
    name: 'listClaims',
    method: 'GET',
    path: 'api/claims',
    roles: partnerRoles,
    doc: {
      summary: "The partner's claims, newest first.",
      query: listParameters,
      success: { status: 200, description: 'A page of claims, with nextLink when there are more.' },
    },
    handle: async (deps, { request, caller }) => {
      const url = new URL(request.url);
      const query = parseListQuery(url.searchParams);
      if (query instanceof Problem) return query;
      const value: ClaimSummary[] = [];
      let more = false;
      for await (const summary of deps.list.list({ partnerId: caller.partnerId, ...query })) {
        more = value.length === query.top;
        if (more) break;
        value.push(summary);
      }
      const last = value.at(-1);
      if (!more || last === undefined) return { status: 200, json: { value } };
      url.searchParams.set('after', last.id);
      return { status: 200, json: { value, nextLink: url.href } };
    },
  },
  {
    name: 'readClaim',
    method: 'GET',
    path: 'api/claims/{id}',
    roles: partnerRoles,
    doc: { summary: 'One claim.', success: { status: 200, description: 'The claim.' } },
    handle: async (deps, { claim }) => {
      const found = await readClaim(deps, claim());
      return found instanceof Problem ? found : claimAnswer(deps, found);
    },
  },
  {
    name: 'readHistory',
    method: 'GET',
    path: 'api/claims/{id}/history',
    roles: partnerRoles,
    doc: {
      summary: 'All history entries, oldest first; each hash covers the one before.',
      success: { status: 200, description: 'The history.' },
    },
    handle: async (deps, { claim }) => {
      const entries = await readHistory(deps, claim());
      return entries instanceof Problem ? entries : { status: 200, json: { value: entries } };
    },
  },
];
