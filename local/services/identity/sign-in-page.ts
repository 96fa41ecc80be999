import { DEMO_USERS } from '../../demo/people.ts';
import { type Html, html, page } from '../page.ts';

/** Lets one pick a demo user; no password, no script. */
export const signInPage = (action: string): string => {
  const people = DEMO_USERS.map(
    ({ id, name, organization, roles }) =>
      html`<li><button name="user" value="${id}">${name} (${id})<small>${organization}, ${roles.join(', ')}</small></button></li>`,
  );
  return page(
    'Sign in',
    html`<h1>Sign in</h1>
<p class="quiet">This is the local identity provider. Pick who you want to be; there is no password.</p>
<form method="post" action="${action}"><ul class="people">${people}</ul>
<button name="cancel" value="yes">Cancel</button></form>`,
  );
};

/** Asks before the session ends; `form` is the provider's own, which the buttons submit. */
export const signOutPage = (form: Html): string =>
  page(
    'Sign out',
    html`<h1>Sign out?</h1>${form}
<p><button form="op.logoutForm" name="logout" value="yes">Sign out</button> <button form="op.logoutForm">Stay signed in</button></p>`,
  );

export const signedOutPage = (): string => page('Signed out', html`<h1>You are signed out</h1>`);

/** What went wrong in a sign-in that cannot be sent back to the app. */
export const errorPage = (title: string, details: string): string =>
  page('Sign-in failed', html`<h1>Sign-in failed</h1><p>${title}</p><p class="quiet">${details}</p>`);
