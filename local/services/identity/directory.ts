import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { DEMO_CUSTOMERS } from '../../demo/people.ts';
import { sendJson } from '../web.ts';

const PATH = /^\/directory\/([^/]+)\/v2\.0\/\.well-known\/openid-configuration$/;
const ENTRA = 'https://login.microsoftonline.com';

const configuration = (tenantId: string) => ({
  issuer: `${ENTRA}/${tenantId}/v2.0`,
  authorization_endpoint: `${ENTRA}/${tenantId}/oauth2/v2.0/authorize`,
  token_endpoint: `${ENTRA}/${tenantId}/oauth2/v2.0/token`,
  jwks_uri: `${ENTRA}/${tenantId}/discovery/v2.0/keys`,
  tenant_region_scope: 'EU',
  cloud_instance_name: 'microsoftonline.com',
});

const unknownTenant = (name: string) => ({
  error: 'invalid_tenant',
  error_description: `AADSTS90002: Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  error_codes: [90002],
  timestamp: `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`,
  trace_id: randomUUID(),
  correlation_id: randomUUID(),
  error_uri: `${ENTRA}/error?code=90002`,
});

/** Any number of customers beside those of the demo: the label is the Directory ID without its dashes. */
const NUMBERED = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.contoso\.example$/;

const directoryOf = (name: string): string | undefined =>
  NUMBERED.exec(name)?.slice(1).join('-') ??
  DEMO_CUSTOMERS.find(({ domain, directoryId }) => domain === name || directoryId === name)?.directoryId;

/**
 * Answers Entra's OpenID configuration of a domain (or directory ID) below `/directory/`: the public way to learn which
 * directory a domain belongs to. Returns false for any other path.
 */
export const answerDirectory = (response: ServerResponse, url: URL): boolean => {
  const asked = PATH.exec(url.pathname)?.[1];
  if (asked === undefined) return false;
  const name = decodeURIComponent(asked).toLowerCase();
  const directoryId = directoryOf(name);
  if (directoryId) sendJson(response, 200, configuration(directoryId));
  else sendJson(response, 400, unknownTenant(name));
  return true;
};
