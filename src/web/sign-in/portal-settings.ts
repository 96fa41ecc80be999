/** What the portal has to know before anyone can sign in. */
export type PortalSettings = {
  /** Where the API is; empty when the app serves the portal itself. */
  apiBase: string;
  issuer: string;
  clientId?: string;
  scope: string;
};

const read = async (address: string): Promise<Partial<PortalSettings>> => {
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`The settings of the portal answered ${answer.status}.`);
  // The cast: the app makes this file from its own settings.
  return (await answer.json()) as Partial<PortalSettings>;
};

/** Reads the settings. On another static host, a `portal.json` with `apiBase` alone is enough: the app has the rest. */
export const readPortalSettings = async (): Promise<PortalSettings> => {
  const own = await read('/portal.json');
  const { apiBase = '' } = own;
  const whole = own.issuer === undefined ? await read(`${apiBase}/portal.json`) : own;
  if (whole.issuer === undefined || whole.scope === undefined) throw new Error('The settings name no issuer.');
  return { issuer: whole.issuer, scope: whole.scope, apiBase, ...(whole.clientId ? { clientId: whole.clientId } : {}) };
};
