import { CLI_CLIENT, DEMO_USER_GRANT } from './names.ts';

/** Gets an access token for a demo user; rejects with a message for a person. */
export const requestToken = async (identityUrl: string, user: string): Promise<string> => {
  const form = new URLSearchParams({ grant_type: DEMO_USER_GRANT, client_id: CLI_CLIENT, user });
  const answer = await fetch(new URL('/token', identityUrl), { method: 'POST', body: form }).catch((error: Error) => {
    throw new Error(`No identity provider answers at ${identityUrl}; is the local stack running? (npm start)`, {
      cause: error,
    });
  });
  // The cast: a token endpoint answers either of the two shapes of RFC 6749, sections 5.1 and 5.2.
  const body = (await answer.json().catch(() => ({}))) as { access_token?: string; error_description?: string };
  if (body.access_token) return body.access_token;
  throw new Error(body.error_description ?? `${identityUrl} answered with status ${answer.status}`);
};
