/** What access tokens are for; Entra calls it the application ID URI. */
export const AUDIENCE = 'api://customer-associations';
export const WEB_CLIENT = 'customer-associations-web';
export const CLI_CLIENT = 'customer-associations-cli';
/** Grant of the command line: a token for the demo user named in `user`. */
export const DEMO_USER_GRANT = 'urn:customer-associations:grant-type:demo-user';
