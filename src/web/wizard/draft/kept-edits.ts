import { draftKeyPrefix } from '../../sign-in/typed-data.ts';
import type { Edits } from './draft-paths.ts';

/** What was typed, and what was saved of each field when its editing began: without it a later save overwrites others. */
export type Kept = { edits: Edits; bases: Edits };

/** Typed text survives a reload, a closed tab and a lost sign-in. It belongs to one person: browsers are shared. */
const keyOf = (personId: string, id: string): string => `${draftKeyPrefix}${personId}.${id}`;

export const readKept = (personId: string, id: string): Kept => {
  try {
    // The cast: written below and nowhere else.
    const kept = JSON.parse(localStorage.getItem(keyOf(personId, id)) ?? '{}') as Partial<Kept>;
    return { edits: kept.edits ?? {}, bases: kept.bases ?? {} };
  } catch {
    return { edits: {}, bases: {} };
  }
};

export const keep = (personId: string, id: string, { edits, bases }: Kept): void => {
  if (Object.keys(edits).length === 0) localStorage.removeItem(keyOf(personId, id));
  else localStorage.setItem(keyOf(personId, id), JSON.stringify({ edits, bases }));
};
