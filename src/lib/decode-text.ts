/** A decoded text, and its encoding where that was guessed. */
export type DecodedText = { text: string; guessed?: string };

/**
 * Text of a file as programs save it: in the encoding of its byte-order mark, in the one that the sender names, in UTF-8, or
 * else in Windows-1252, in which Western spreadsheets save.
 */
export const decodeText = (bytes: Uint8Array, charset?: string): DecodedText => {
  for (const encoding of [utf16Of(bytes) ?? charset ?? [], 'utf-8'].flat()) {
    const text = decodedAs(encoding, bytes);
    if (text !== undefined) return { text };
  }
  return { text: decodedAs('windows-1252', bytes) ?? '', guessed: 'Windows-1252' };
};

/** UTF-16 by its mark, or by the zero beside the first letter where the program left the mark out. */
const utf16Of = ([first, second]: Uint8Array): string | undefined => {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : undefined;
};

/** Undefined if the bytes are not in that encoding, or if the encoding is not known. */
const decodedAs = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};
