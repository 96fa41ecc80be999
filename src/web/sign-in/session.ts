import { ErrorResponse, type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { PortalSettings } from './portal-settings.ts';
import { forgetComments, forgetTyped } from './typed-data.ts';

export type Role = 'Partner.Admin' | 'Partner.Reader' | 'Operator' | 'Reviewer';
/** `id` names the account across organisations. */
export type Person = { id: string; name: string; email: string; roles: Role[] };

/** `expired`: someone was signed in, and calls wait until they are again. */
export type SessionState =
  | { kind: 'signed-out' }
  | { kind: 'signed-in'; person: Person }
  | { kind: 'expired'; person: Person };

/** Who signed in last. A browser that has been signed in before goes straight to the issuer. */
const knownKey = 'customer-associations.known';

/** Tells the other tabs of this browser. */
const signedOut = 'signed-out';

/** Where sign-in began, if it is an address of the portal: `//host` is not. */
const addressOf = (state: unknown): string => (typeof state === 'string' && /^\/(?![/\\])/.test(state) ? state : '/');

const personOf = ({ profile }: User): Person => ({
  id: `${profile.tid ?? ''}.${profile.oid ?? profile.sub}`,
  name: profile.name ?? profile.preferred_username ?? '',
  email: profile.preferred_username ?? profile.email ?? '',
  // The cast: the roles that the app declares; others match nothing.
  roles: Array.isArray(profile.roles) ? (profile.roles as Role[]) : [],
});

/** Who is signed in, by authorization code with PKCE. Tokens stay in this tab. */
export class Session {
  readonly #manager: UserManager;
  readonly #otherTabs = new BroadcastChannel('customer-associations.session');
  readonly #listeners = new Set<() => void>();
  #state: SessionState = { kind: 'signed-out' };
  #renewal: Promise<User> | undefined;
  #signedInAgain = Promise.withResolvers<void>();

  constructor({ issuer, clientId = '', scope }: PortalSettings) {
    this.#manager = new UserManager({
      authority: issuer,
      client_id: clientId,
      redirect_uri: `${location.origin}/`,
      post_logout_redirect_uri: `${location.origin}/`,
      // With offline_access, Entra gives a refresh token: renewal needs no frame and no third-party cookie.
      scope: `openid profile email offline_access ${scope}`,
      automaticSilentRenew: false,
      userStore: new WebStorageStateStore({ store: sessionStorage }),
      loadUserInfo: false,
      monitorSession: false,
    });
    this.#otherTabs.onmessage = ({ data }) => {
      if (data === signedOut) void this.#leaveAsWell();
    };
  }

  /** Restores the sign-in of this tab, or ends one that has just come back. Resolves with the address to show. */
  async restore(): Promise<string | undefined> {
    const query = new URLSearchParams(location.search);
    if (query.has('state') && (query.has('code') || query.has('error'))) return this.#comeBack();
    const user = await this.#manager.getUser();
    if (user) this.#set({ kind: 'signed-in', person: personOf(user) });
    return undefined;
  }

  async #comeBack(): Promise<string> {
    try {
      // In a window that signs in again there is no user: the page that opened it gets the answer.
      const user = await this.#manager.signinCallback();
      if (user) this.#signedIn(user);
      return addressOf(user?.state);
    } catch (error) {
      // Cancelled, or an old address from the history. Without a sign-in, its page shows, and does not leave by itself.
      const user = await this.#manager.getUser();
      if (user) this.#set({ kind: 'signed-in', person: personOf(user) });
      else localStorage.removeItem(knownKey);
      return addressOf(error instanceof ErrorResponse ? error.state : undefined);
    }
  }

  #signedIn(user: User): void {
    const person = personOf(user);
    if (localStorage.getItem(knownKey) !== person.id) forgetComments();
    localStorage.setItem(knownKey, person.id);
    this.#set({ kind: 'signed-in', person });
    this.#signedInAgain.resolve();
    this.#signedInAgain = Promise.withResolvers<void>();
  }

  get wasSignedIn(): boolean {
    return localStorage.getItem(knownKey) !== null;
  }

  /** Leaves for the issuer; comes back to the address that is shown now. */
  signIn = (): Promise<void> => this.#manager.signinRedirect({ state: `${location.pathname}${location.search}` });

  /** Signs in again in a window of its own, so that this page keeps what was typed. */
  signInAgain = async (): Promise<void> => {
    const before = this.#state;
    const user = await this.#manager.signinPopup({ popupWindowFeatures: { width: 480, height: 640 } });
    if (!user || before.kind !== 'expired') return;
    const isSamePerson = before.person.id === personOf(user).id;
    if (isSamePerson) this.#signedIn(user);
    else {
      // Someone else: nothing on this page is theirs.
      forgetComments();
      location.assign('/');
    }
  };

  signOut = async (): Promise<void> => {
    localStorage.removeItem(knownKey);
    forgetTyped();
    this.#otherTabs.postMessage(signedOut);
    try {
      await this.#manager.signoutRedirect();
    } catch {
      // The issuer cannot be reached, or has no such page: at least this browser forgets the tokens.
      await this.#manager.removeUser();
      location.assign('/');
    }
  };

  /** Another tab has signed out: this page and all it has read go as well. */
  async #leaveAsWell(): Promise<void> {
    forgetComments();
    await this.#manager.removeUser();
    location.reload();
  }

  /** A token that is good for a call. Waits for a sign-in where there is none. */
  token = async (): Promise<string> => {
    const user = await this.#manager.getUser();
    if (user && (user.expires_in ?? 0) > 60) return user.access_token;
    return this.renew();
  };

  /** Another token, for one that was refused. */
  renew = async (): Promise<string> => {
    this.#renewal ??= this.#renewed().finally(() => {
      this.#renewal = undefined;
    });
    return (await this.#renewal).access_token;
  };

  async #renewed(): Promise<User> {
    const user = await this.#manager.signinSilent().catch(() => null);
    if (user) return user;
    if (this.#state.kind === 'signed-in') this.#set({ ...this.#state, kind: 'expired' });
    await this.#signedInAgain.promise;
    const again = await this.#manager.getUser();
    if (!again) throw new Error('Nobody is signed in.');
    return again;
  }

  #set(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  state = (): SessionState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
