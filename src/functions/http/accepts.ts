/** The weight, 0 to 1, that an Accept header gives to a media type; 0 when it does not name it (RFC 9110, section 12.5.1). */
const weightOf = (accept: string, mediaType: string): number => {
  for (const range of accept.toLowerCase().split(',')) {
    const [name, ...parameters] = range.split(';').map((part) => part.trim());
    if (name !== mediaType) continue;
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return quality === undefined ? 1 : Number(quality.slice(2));
  }
  return 0;
};

/** Whether a caller would rather have CSV than JSON: it has to name it. */
export const prefersCsv = (accept: string | null): boolean =>
  accept !== null && weightOf(accept, 'text/csv') > weightOf(accept, 'application/json');
