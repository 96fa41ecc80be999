import { RestError } from '@azure/data-tables';

/** The HTTP status of a storage refusal; undefined for anything else (a lost connection, a bug). */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof RestError ? error.statusCode : undefined;

/** `undefined` instead of the 404 that a point read answers for a missing row. */
export const orMissing = async <T>(read: Promise<T>): Promise<T | undefined> => {
  try {
    return await read;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
};
