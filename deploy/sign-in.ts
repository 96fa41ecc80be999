import { roles } from '../src/identity/caller.ts';
import { makeFirstOperator } from './first-operator.ts';
import { read, send, upsert } from './graph.ts';
import { given, needed, run, setInEnvironment } from './tools.ts';

/**
 * Registers the API and the portal with Entra, so that people can sign in: by unique names, so that running it again changes
 * nothing. Whoever brings registrations sets AUTH_AUDIENCE, and nothing is done.
 */

/** IDs of what the registration of the API declares: fixed, so that a second run declares the same. */
const scopeId = '0f6d4b8e-4c1e-4a07-9a5c-5f3c7f8e2b10';
const roleTexts = {
  'Partner.Admin': {
    id: '0f6d4b8e-4c1e-4a07-9a5c-5f3c7f8e2b11',
    text: 'Everything with the claims of their own partner.',
  },
  'Partner.Reader': { id: '0f6d4b8e-4c1e-4a07-9a5c-5f3c7f8e2b12', text: 'Read the claims of their own partner.' },
  Operator: { id: '0f6d4b8e-4c1e-4a07-9a5c-5f3c7f8e2b13', text: 'Watch and mend claims of all partners.' },
  Reviewer: { id: '0f6d4b8e-4c1e-4a07-9a5c-5f3c7f8e2b14', text: 'Read the proof of submitted claims of all partners.' },
} as const satisfies Record<(typeof roles)[number], { id: string; text: string }>;

/** The registration of the API: people of any organisation, with the roles that the app knows. */
export const apiRegistration = (environment: string) => ({
  displayName: `Customer associations (${environment})`,
  signInAudience: 'AzureADMultipleOrgs',
  api: {
    requestedAccessTokenVersion: 2,
    oauth2PermissionScopes: [
      {
        id: scopeId,
        value: 'access_as_user',
        type: 'User',
        isEnabled: true,
        adminConsentDisplayName: 'Use customer associations',
        adminConsentDescription: 'Works with claims on behalf of the signed-in person.',
        userConsentDisplayName: 'Use customer associations',
        userConsentDescription: 'Works with claims on your behalf.',
      },
    ],
  },
  appRoles: roles.map((value) => ({
    id: roleTexts[value].id,
    value,
    displayName: value,
    description: roleTexts[value].text,
    // A pipeline that deploys may operate; a partner's claims are made by people.
    allowedMemberTypes: value === 'Operator' ? ['User', 'Application'] : ['User'],
    isEnabled: true,
  })),
});

/** The registration of the portal, a page without a secret. `origins`: where it is served from. */
export const frontEndRegistration = (
  environment: string,
  { apiId, origins }: { apiId: string; origins: string[] },
) => ({
  displayName: `Customer associations, front end (${environment})`,
  signInAudience: 'AzureADMultipleOrgs',
  spa: { redirectUris: origins.map((origin) => `${origin}/`) },
  requiredResourceAccess: [{ resourceAppId: apiId, resourceAccess: [{ id: scopeId, type: 'Scope' }] }],
});

/** Where Graph has an application of this unique name. */
const applicationPath = (name: string): string => `applications(uniqueName='customer-associations-${name}')`;

/** Registers an application under its unique name and gives its Application (client) ID. */
const register = async (path: string, body: object, what: string): Promise<string> => {
  await upsert(path, body, what);
  const appId = String((await read(path, what)).appId);
  await upsert(`servicePrincipals(appId='${appId}')`, {}, `${what} (its service principal)`);
  return appId;
};

/** The app serves the portal itself; its address is known once it has been provisioned. Another host may serve it as well. */
const portalOrigins = (): string[] => {
  const addresses = [given('PUBLIC_URL'), given('FRONT_END_ORIGIN')].filter((address) => address !== undefined);
  return [...new Set(addresses.map((address) => new URL(address).origin))];
};

const registerPortal = (environment: string, apiId: string): Promise<string> =>
  register(
    applicationPath(`front-end-${environment}`),
    frontEndRegistration(environment, { apiId, origins: portalOrigins() }),
    'Registering the portal',
  );

/** After the app has been provisioned: people may come back to it from their sign-in. */
export const portalAddress = async (): Promise<void> => {
  const apiId = given('AUTH_AUDIENCE_REGISTERED');
  if (apiId === undefined || apiId !== given('AUTH_AUDIENCE')) return;
  await registerPortal(needed('AZURE_ENV_NAME'), apiId);
  console.log(`Sign-in: the portal is served from ${portalOrigins().join(' and ')}.`);
};

export const signIn = async (): Promise<void> => {
  const brought = given('AUTH_AUDIENCE');
  const own = given('AUTH_AUDIENCE_REGISTERED');
  if (brought !== undefined && brought !== own) {
    console.log(`Sign-in: AUTH_AUDIENCE is ${brought}, which you brought; nothing is registered.`);
    return;
  }
  const { code } = await run('az', ['account', 'show', '--output', 'none']);
  if (code !== 0) {
    const why =
      code === 127 ? 'The Azure CLI (az) is not installed' : 'You are not signed in to the Azure CLI (az login)';
    throw new Error(
      `${why}. It registers the sign-in; or register it yourself and set AUTH_AUDIENCE: see docs/deploy.md.`,
    );
  }
  const environment = needed('AZURE_ENV_NAME');
  const what = 'Registering the API';
  const apiPath = applicationPath(`api-${environment}`);
  const apiId = await register(apiPath, apiRegistration(environment), what);
  await send('patch', apiPath, { identifierUris: [`api://${apiId}`] }, what);

  const frontEndId = await registerPortal(environment, apiId);
  await makeFirstOperator(apiId, roleTexts.Operator.id);

  await setInEnvironment('AUTH_AUDIENCE', apiId);
  await setInEnvironment('AUTH_AUDIENCE_REGISTERED', apiId);
  await setInEnvironment('FRONT_END_CLIENT_ID', frontEndId);
  console.log(`Sign-in: the API is ${apiId}, the portal ${frontEndId}.`);
};
