/** Entity tags in headers, RFC 9110, section 8.8.3. */

const tag = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
// Each comma can be read in one way only: in two, a hostile header of 100 bytes takes minutes.
const list = new RegExp(`^[\\s,]*${tag}(?:\\s*,[\\s,]*${tag})*[\\s,]*$`);
const each = new RegExp(tag, 'g');

/** The tags of a list, as they stand there; none when it is not well-formed. */
const tagsIn = (header: string): string[] => (list.test(header) ? (header.match(each) ?? []) : []);

/** The strong tags of an If-Match: a weak one matches nothing there. */
export const strongTags = (header: string): string[] => tagsIn(header).filter((found) => !found.startsWith('W/'));

const opaque = (etag: string): string => etag.replace(/^W\//, '');

/** Weak comparison: a proxy that compresses makes a strong tag weak. */
export const isSameTag = (etag: string, other: string): boolean => opaque(etag) === opaque(other);

/** Whether an If-None-Match has a tag that `isMatch` accepts. `*` stands for any. */
export const noneMatchNames = (header: string | null, isMatch: (tag: string) => boolean): boolean =>
  header?.trim() === '*' || tagsIn(header ?? '').some(isMatch);
