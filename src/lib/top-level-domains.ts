import { parse } from 'tldts';

/** Loaded when it is first needed: the list of top-level domains is large. */

/** Whether a host ends in a top-level domain that there is. */
export const isKnownHost = (host: string): boolean => parse(host).isIcann === true;
