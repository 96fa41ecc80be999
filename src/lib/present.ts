type Present<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Copies an object without its null and undefined members. */
export const present = <T extends object>(value: T): Present<T> =>
  // The cast: the remaining members have the types of `Present<T>`.
  Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== null && member !== undefined),
  ) as Present<T>;
