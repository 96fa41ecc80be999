import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Person, Session, SessionState } from './session.ts';

export const SessionContext = createContext<Session | undefined>(undefined);

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('There is no session around this component.');
  return session;
};

export const useSessionState = (): SessionState => {
  const { state, subscribe } = useSession();
  return useSyncExternalStore(subscribe, state);
};

/** Who is signed in, below the gate. */
export const usePerson = (): Person => {
  const state = useSessionState();
  if (state.kind === 'signed-out') throw new Error('Nobody is signed in here.');
  return state.person;
};
