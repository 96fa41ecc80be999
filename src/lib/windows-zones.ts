import { findIana } from 'windows-iana';

/** Loaded when it is first needed: the table of Windows time zones is large. */

/** The IANA name of a Windows time zone such as `W. Europe Standard Time`. */
export const zoneOfWindows = (name: string): string | undefined => findIana(name)[0];
