type Missing = null | undefined;
type MaybeMissing<T> = { [K in keyof T]-?: Extract<T[K], Missing> extends never ? never : K }[keyof T];
type Present<T> = Omit<T, MaybeMissing<T>> & { [K in MaybeMissing<T>]?: NonNullable<T[K]> };

/** Copies an object without its null and undefined members; false, 0 and '' stay. */
export const present = <T extends object>(value: T): Flat<Present<T>> =>
  // The cast: the remaining members have the types of `Present<T>`.
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null && member !== undefined)) as Flat<
    Present<T>
  >;

type Flat<T> = { [K in keyof T]: T[K] };
