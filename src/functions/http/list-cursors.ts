import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Whose list a page belongs to, and which: a cursor is good for this and nothing else. */
export type CursorScope = { partnerId: string; list: string };

export type ListCursors = ReturnType<typeof createListCursors>;

/** A key of its own for this purpose: a cursor is no decision link, and knowing one key does not give the other. */
const purpose = 'customer-associations/list-cursor/v1';

/** Where the next page of a list begins, signed. The first key of the ring signs, all verify. */
export const createListCursors = (ring: { key: string }[]) => {
  const keys = ring.map(({ key }) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64url'), Buffer.alloc(0), purpose, 32)),
  );

  const signatureOf = (key: Buffer, { partnerId, list }: CursorScope, position: string): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([partnerId, list, position]))
      .digest();

  const sign = (scope: CursorScope, position: string): string => {
    const [signer] = keys;
    if (signer === undefined) throw new Error('The key ring is empty.');
    return `${Buffer.from(position).toString('base64url')}.${signatureOf(signer, scope, position).toString('base64url')}`;
  };

  /** The position that a cursor of this list holds; undefined when it is altered, or of another list or partner. */
  const read = (scope: CursorScope, cursor: string): string | undefined => {
    const [, text = '', signature = ''] = /^([\w-]{1,400})\.([\w-]{43})$/.exec(cursor) ?? [];
    const position = Buffer.from(text, 'base64url').toString();
    const given = Buffer.from(signature, 'base64url');
    const known = keys.some((key) => {
      const expected = signatureOf(key, scope, position);
      return expected.length === given.length && timingSafeEqual(expected, given);
    });
    return known ? position : undefined;
  };

  return { sign, read };
};
