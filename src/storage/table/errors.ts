/**
 * The HTTP status of a storage error; undefined for anything else (a lost connection, a bug). Recognised by name: the class
 * comes with clients that are loaded lazily.
 */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && error.name === 'RestError' && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;

/** Turns the 404 of a missing row, blob or queue into `undefined`. */
export const undefinedOn404 = async <T>(read: Promise<T>): Promise<T | undefined> => {
  try {
    return await read;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
};
