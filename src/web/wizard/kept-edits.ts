import type { Edits } from './draft-paths.ts';

/** Where what was typed is kept until it is saved: it survives a reload, a closed tab and a lost sign-in. */
const keyOf = (id: string): string => `customer-associations.draft.${id}`;

export const readKept = (id: string): Edits => {
  try {
    // The cast: written below and nowhere else.
    return JSON.parse(localStorage.getItem(keyOf(id)) ?? '{}') as Edits;
  } catch {
    return {};
  }
};

export const keep = (id: string, edits: Edits): void => {
  if (Object.keys(edits).length === 0) localStorage.removeItem(keyOf(id));
  else localStorage.setItem(keyOf(id), JSON.stringify(edits));
};
