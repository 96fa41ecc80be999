import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** A key of its own for this purpose: a seal is no decision link, and knowing one key does not give the other. */
const purpose = 'customer-associations/certificate/v1';

/**
 * The line that seals a document: a comment, which PDF readers ignore, with the ID of the key and the HMAC of all bytes before the HMAC.
 * Hex, because in base64 two texts can stand for the same bytes: any changed byte must show.
 */
const sealLine = /%certificate-seal ([\w-]+) ([0-9a-f]{64})\n$/;
/** PDF readers look for the end of a document in its last 1,024 bytes. */
const longestLine = 900;

export type CertificateSeal = ReturnType<typeof createCertificateSeal>;

/** Seals documents with the key ring of decision links. The first key seals, all verify. */
export const createCertificateSeal = (ring: { kid: string; key: string }[]) => {
  const keys = ring.map(({ kid, key }) => ({
    // Written in base64url: a setting may have any text.
    kid: Buffer.from(kid).toString('base64url'),
    secret: Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64url'), Buffer.alloc(0), purpose, 32)),
  }));

  const macOf = (secret: Buffer, bytes: Uint8Array): string => createHmac('sha256', secret).update(bytes).digest('hex');

  const seal = (document: Uint8Array): Buffer => {
    const [signer] = keys;
    if (signer === undefined) throw new Error('The key ring is empty.');
    const sealed = Buffer.concat([document, Buffer.from(`%certificate-seal ${signer.kid} `)]);
    return Buffer.concat([sealed, Buffer.from(`${macOf(signer.secret, sealed)}\n`)]);
  };

  /** Whether these are the bytes that a key of the ring sealed. */
  const isGenuine = (sealed: Uint8Array): boolean => {
    const end = Buffer.from(sealed.subarray(-longestLine)).toString('latin1');
    const [line, kid, mac = ''] = sealLine.exec(end) ?? [];
    const key = keys.find((candidate) => candidate.kid === kid);
    if (line === undefined || key === undefined) return false;
    const expected = macOf(key.secret, sealed.subarray(0, sealed.length - mac.length - 1));
    return timingSafeEqual(Buffer.from(expected), Buffer.from(mac));
  };

  return { seal, isGenuine };
};
