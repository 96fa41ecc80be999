/** Entity tags in headers, RFC 9110, section 8.8.3. */

const tag = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
// Each comma can be read in one way only: in two, a hostile header of 100 bytes takes minutes.
const list = new RegExp(`^[\\s,]*${tag}(?:\\s*,[\\s,]*${tag})*[\\s,]*$`);
const each = new RegExp(tag, 'g');

/** The tags of a list, as they stand there; none when it is not well-formed. */
export const tagsIn = (header: string): string[] => (list.test(header) ? (header.match(each) ?? []) : []);

const opaque = (etag: string): string => etag.replace(/^W\//, '');

/** The strong tags of an If-Match: a weak one matches nothing there. */
export const strongTags = (header: string): string[] => tagsIn(header).filter((found) => !found.startsWith('W/'));

/** Whether an If-None-Match names an ETag, by weak comparison: a proxy that compresses makes a strong tag weak. `*` names any. */
export const matchesAny = (header: string, etag: string): boolean =>
  header.trim() === '*' || tagsIn(header).some((found) => opaque(found) === opaque(etag));
