import { getDomain, parse } from 'tldts';

/** Loaded when it is first needed: the list of top-level domains is large. */

/** Whether a host ends in a top-level domain that there is. */
export const isKnownHost = (host: string): boolean => parse(host).isIcann === true;

/** The domain that someone registered: `contoso.co.uk` for `mail.contoso.co.uk`. Undefined for a public suffix. */
export const registrableDomain = (host: string): string | undefined => getDomain(host) ?? undefined;
