/** The words for a code that may be a new one, or none of the codes at all. */
export const termOf = (terms: Record<string, string>, code: string): string | undefined =>
  Object.hasOwn(terms, code) ? terms[code] : undefined;
