import { type Adapter, errors, interactionPolicy, Provider, type ResourceServer } from 'oidc-provider';
import { DEMO_USERS, type DemoUser } from '../../demo/people.ts';
import type { IdentityKeys } from './keys.ts';
import { AUDIENCE, CLI_CLIENT, DEMO_USER_GRANT, WEB_CLIENT } from './names.ts';
import { errorPage, signedOutPage, signOutPage } from './sign-in-page.ts';

/** Entra's way to ask for a resource is a scope below its URI. */
const API_SCOPES = `${AUDIENCE}/access_as_user ${AUDIENCE}/.default`;
const OIDC_SCOPES = 'openid profile email offline_access';
const HOUR = 3600;
const FORTNIGHT = 14 * 24 * HOUR;

const API: ResourceServer = {
  audience: AUDIENCE,
  scope: API_SCOPES,
  accessTokenTTL: HOUR,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'RS256' } },
};

const findUser = (id: unknown): DemoUser | undefined => DEMO_USERS.find((user) => user.id === id);

/** The claims of an Entra token that the app reads. */
const claimsOf = ({ tenantId, objectId, name, email, roles }: DemoUser) => ({
  tid: tenantId,
  oid: objectId,
  name,
  preferred_username: email,
  roles,
  ver: '2.0',
});

/** Where a sign-in may come from: the app, under both names of this machine that a person may type, and front ends. */
export const signInOrigins = (appUrl: string, frontEndOrigins: string[]): string[] => {
  const { origin, port } = new URL(appUrl);
  return [...new Set([origin, `http://127.0.0.1:${port}`, `http://localhost:${port}`, ...frontEndOrigins])];
};

export type ProviderOptions = {
  issuer: string;
  /** Those whose pages may ask for a sign-in, and get its outcome. */
  origins: string[];
  keys: IdentityKeys;
  adapter: (model: string) => Adapter;
};

/** The issuer: authorization code with PKCE for the front end, and a grant for the command line. */
export const createProvider = ({ issuer, origins, keys, adapter }: ProviderOptions): Provider => {
  const isKnown = (uri: string): boolean => URL.canParse(uri) && origins.includes(new URL(uri).origin);

  const prompts = interactionPolicy.base();
  prompts.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);

  const provider = new Provider(issuer, {
    adapter,
    jwks: { keys: [keys.signing] },
    cookies: { keys: keys.cookies },
    clients: [
      {
        client_id: WEB_CLIENT,
        client_name: 'Customer associations',
        redirect_uris: origins.map((origin) => `${origin}/`),
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'none',
      },
      {
        client_id: CLI_CLIENT,
        redirect_uris: [],
        response_types: [],
        grant_types: [DEMO_USER_GRANT],
        token_endpoint_auth_method: 'none',
      },
    ],
    scopes: OIDC_SCOPES.split(' '),
    claims: {
      openid: ['sub', 'tid', 'oid', 'roles', 'ver'],
      profile: ['name', 'preferred_username'],
      email: ['email'],
    },
    // The front end finds name and roles in the ID token, as Entra gives them.
    conformIdTokenClaims: false,
    clientBasedCORS: (_context, origin) => origins.includes(origin),
    findAccount: (_context, id) => {
      const user = findUser(id);
      return user && { accountId: id, claims: () => ({ sub: id, email: user.email, ...claimsOf(user) }) };
    },
    extraTokenClaims: (_context, token) => {
      const user = 'accountId' in token ? findUser(token.accountId) : undefined;
      return user && claimsOf(user);
    },
    interactions: { policy: prompts, url: (_context, interaction) => `/sign-in/${interaction.uid}` },
    // No consent is needed: app and issuer belong to the same demo.
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId;
      if (!accountId || !oidc.client) return undefined;
      const grant = new provider.Grant({ accountId, clientId: oidc.client.clientId });
      grant.addOIDCScope(OIDC_SCOPES);
      grant.addResourceScope(AUDIENCE, API_SCOPES);
      await grant.save();
      return grant;
    },
    issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
    renderError: (context, { error, error_description = '' }) => {
      context.type = 'html';
      context.body = errorPage(error, error_description);
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = signOutPage({ html: form });
        },
        postLogoutSuccessSource: (context) => {
          context.body = signedOutPage();
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, resource) => {
          if (resource !== AUDIENCE) throw new errors.InvalidTarget();
          return API;
        },
      },
    },
    ttl: {
      AccessToken: HOUR,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: FORTNIGHT,
      Grant: FORTNIGHT,
      RefreshToken: FORTNIGHT,
    },
  });

  // Any page of these origins may be the redirect address; the front end decides which.
  provider.Client.prototype.redirectUriAllowed = isKnown;
  provider.Client.prototype.postLogoutRedirectUriAllowed = isKnown;

  provider.registerGrantType<{ user?: string }>(
    DEMO_USER_GRANT,
    async (context) => {
      const { client, params } = context.oidc;
      const user = findUser(params.user);
      if (!user) {
        const known = DEMO_USERS.map(({ id }) => id).join(', ');
        throw new errors.CustomOIDCProviderError(
          'invalid_grant',
          `There is no demo user of that name; there are ${known}`,
        );
      }
      const grant = new provider.Grant({ accountId: user.id, clientId: client.clientId });
      grant.addResourceScope(AUDIENCE, API_SCOPES);
      const token = new provider.AccessToken({
        client,
        accountId: user.id,
        grantId: await grant.save(),
        gty: DEMO_USER_GRANT,
        scope: API_SCOPES,
      });
      token.resourceServer = new provider.ResourceServer(AUDIENCE, API);
      context.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: token.expiration };
    },
    ['user'],
  );
  return provider;
};
