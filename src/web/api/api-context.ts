import { createContext, useContext } from 'react';
import { type Client, createClient } from '../../../client/client.ts';
import type { PortalSettings } from '../sign-in/portal-settings.ts';
import type { Session } from '../sign-in/session.ts';

/** The API, called as whoever is signed in. A token that is refused is renewed, and the call made once more. */
export const createApi = ({ apiBase }: PortalSettings, session: Session): Client =>
  createClient({
    baseUrl: apiBase,
    token: session.token,
    fetch: async (address, init) => {
      const answer = await fetch(address, init);
      if (answer.status !== 401) return answer;
      const headers = new Headers(init?.headers);
      headers.set('authorization', `Bearer ${await session.renew()}`);
      return fetch(address, { ...init, headers });
    },
  });

export const ApiContext = createContext<Client | undefined>(undefined);

export const useApi = (): Client => {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error('There is no API around this component.');
  return api;
};
