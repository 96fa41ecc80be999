import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { DEMO_USERS } from '../../demo/people.ts';
import { listen, type RunningServer, readBody, sendPage } from '../web.ts';
import { openSessionStore } from './adapter.ts';
import { answerDirectory } from './directory.ts';
import { loadKeys } from './keys.ts';
import { createProvider, signInOrigins } from './provider.ts';
import { errorPage, signInPage } from './sign-in-page.ts';

export type IdentityServerOptions = {
  /** A real port, not 0: the issuer is made of it. */
  port: number;
  /** The app that people sign in to, and may be sent back to. */
  appUrl: string;
  /** Where a front end is served that is not the app's own; it may be sent back to as well. */
  frontEndOrigins?: string[];
  /** Folder that keeps the signing keys. */
  dataDir: string;
};

/** An OpenID Connect issuer with demo users, and Entra's look-up of a domain's directory below `/directory/`. */
export const startIdentityServer = async (options: IdentityServerOptions): Promise<RunningServer> => {
  const { port, appUrl, frontEndOrigins = [], dataDir } = options;
  const origins = signInOrigins(appUrl, frontEndOrigins);
  const keys = await loadKeys(join(dataDir, 'keys.json'));
  const sessions = openSessionStore(join(dataDir, 'sessions.db'));
  const provider = createProvider({ issuer: `http://127.0.0.1:${port}`, origins, keys, adapter: sessions.adapter });
  const answer = provider.callback();
  // A browser applies form-action to the redirects after the post too, and the last one leads to the app or a front end.
  const formAction = `form-action 'self' ${origins.join(' ')}`;

  const signIn = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const interaction = await provider.interactionDetails(request, response).catch(() => undefined);
    if (!interaction) {
      const details = 'Go back to the app and sign in again.';
      return sendPage(response, 400, errorPage('This sign-in is over, or was started in another browser.', details));
    }
    if (request.method !== 'POST') return sendPage(response, 200, signInPage(url.pathname), formAction);

    const form = new URLSearchParams((await readBody(request)).toString('utf8'));
    const user = DEMO_USERS.find(({ id }) => id === form.get('user'));
    if (!user && !form.has('cancel')) return sendPage(response, 400, signInPage(url.pathname), formAction);
    const result = user
      ? { login: { accountId: user.id }, select_account: {} }
      : { error: 'access_denied', error_description: 'The sign-in was cancelled.' };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };

  const server = await listen(port, async (request, response, url) => {
    if (answerDirectory(response, url)) return;
    if (url.pathname.startsWith('/sign-in/')) return signIn(request, response, url);
    await answer(request, response);
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    sessions.close();
  };
  return { url: server.url, stop };
};
