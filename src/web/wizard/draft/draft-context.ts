import { createContext, useContext } from 'react';
import type { Claim, FieldError } from '../../../../client/generated.ts';

export type SaveState = 'idle' | 'saving' | 'saved' | 'unsaved';

/** The draft as the steps see it: what was typed over what was saved. */
export type Draft = {
  claim: Claim | undefined;
  value: (path: string) => unknown;
  edit: (changes: Record<string, unknown>) => void;
  /** Saves what was typed. Resolves with the saved claim, or undefined when it could not be saved as a whole. */
  save: () => Promise<Claim | undefined>;
  /** What was typed and can't be saved as it is. */
  open: FieldError[];
  errors: FieldError[];
  /** Shows errors of these paths at their fields: the person has tried to go on. */
  show: (errors: FieldError[]) => void;
  state: SaveState;
};

export const DraftContext = createContext<Draft | undefined>(undefined);

export const useDraft = (): Draft => {
  const draft = useContext(DraftContext);
  if (draft === undefined) throw new Error('There is no draft around this component.');
  return draft;
};

export const useText = (path: string): string => {
  const value = useDraft().value(path);
  return typeof value === 'string' ? value : '';
};

/** The first error at a path, or below it. */
export const errorAt = (errors: FieldError[], path: string): FieldError | undefined =>
  errors.find((error) => error.path === path || error.path.startsWith(`${path}.`));

export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`;
