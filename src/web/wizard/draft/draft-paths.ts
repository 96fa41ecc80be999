import type { Claim, EditDraftRequest, FieldError } from '../../../../client/generated.ts';

/** What was typed and is not saved yet, by path such as `customer.domain`. */
export type Edits = Record<string, unknown>;

/** What a claim has at a path. */
export const valueAt = (claim: Claim | undefined, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => (Object(value) as Record<string, unknown>)[part], claim);

/** Paths that cannot be taken away again: an empty field keeps what was saved. */
const neverNull = ['customer.domain', 'customer.directoryId', 'partnerLocation.mpnId'];

/** What hangs together: another area or track is saved with the activity that is chosen there. */
const withActivities = ['solutionArea', 'track', 'activities', 'products', 'revenue', 'incentiveOptOut'];

/** Paths that have to wait: a draft that has an activity keeps it until another one is chosen. */
const waiting = (edits: Edits, claim: Claim | undefined): string[] => {
  const { activities } = edits;
  if (!Array.isArray(activities) || activities.length > 0) return [];
  return claim?.activities.length ? withActivities : ['activities'];
};

/** The edits that can be saved now; the others stay typed. */
export const savable = (edits: Edits, claim?: Claim): Edits => {
  const held = waiting(edits, claim);
  return Object.fromEntries(
    Object.entries(edits).filter(
      ([path, value]) => !held.includes(path.split('.')[0] ?? '') && !(value === '' && neverNull.includes(path)),
    ),
  );
};

/** What was typed over a claim and can't be saved: a field that was emptied, or a choice that was begun. */
export const openEdits = (edits: Edits, claim: Claim): FieldError[] => {
  const emptied = neverNull.filter((path) => edits[path] === '');
  const begun = waiting(edits, claim) === withActivities ? [edits.track === '' ? 'track' : 'activities'] : [];
  return [...emptied, ...begun].map((path) => ({ path, code: 'required', message: 'Required.' }));
};

/** Edits as a merge patch. An empty text takes the value away. */
export const patchOf = (edits: Edits, claim?: Claim): EditDraftRequest => {
  const patch: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(savable(edits, claim))) {
    const [first = '', second] = path.split('.');
    const written = value === '' ? null : value;
    if (second === undefined) patch[first] = written;
    else patch[first] = { ...Object(patch[first]), [second]: written };
  }
  // The cast: the paths are those of the fields of the wizard.
  return patch as EditDraftRequest;
};

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? '') === JSON.stringify(other ?? '');

/** The edited path that an error of the API is about: `products.0.subscriptionId` is about `products`. */
export const editedPath = (edits: Edits, errorPath: string): string | undefined =>
  Object.keys(edits).find((path) => errorPath === path || errorPath.startsWith(`${path}.`));

/** Edits without those at the given paths. */
export const without = (edits: Edits, paths: string[]): Edits =>
  Object.fromEntries(Object.entries(edits).filter(([path]) => !paths.includes(path)));
