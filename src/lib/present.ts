type Present<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** An object without the members that are null or undefined. */
export const present = <T extends object>(value: T): Present<T> =>
  // What is left has the type of the members that were kept.
  Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== null && member !== undefined),
  ) as Present<T>;
