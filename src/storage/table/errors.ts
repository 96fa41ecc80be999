/**
 * The HTTP status of a storage refusal; undefined for anything else (a lost connection, a bug). Told by its name: the class
 * comes with clients that are loaded when they are needed.
 */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && error.name === 'RestError' && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;

/** `undefined` instead of the 404 that a point read answers for a missing row. */
export const orMissing = async <T>(read: Promise<T>): Promise<T | undefined> => {
  try {
    return await read;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
};
