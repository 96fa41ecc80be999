import type { ProblemCode } from '../../lib/problem-codes.ts';

/** Refusals that several routes share, for their `doc.problems`. */
type Group = readonly ProblemCode[];

export const textProblems = ['too-long', 'too-short', 'invalid-characters'] as const satisfies Group;

/** Of everything that changes a claim. */
export const changeProblems = ['action-not-allowed', 'too-many-changes'] as const satisfies Group;

/** Of the fields of a draft, by themselves and by the catalogue. */
export const draftProblems = [
  ...textProblems,
  'invalid-value',
  'invalid-guid',
  'invalid-domain',
  'invalid-email',
  'unsendable-email',
  'duplicate',
  'unknown-solution-area',
  'unknown-track',
  'unknown-activity',
  'single-activity',
  'unknown-product',
  'product-of-other-activity',
  'field-not-for-activity',
  'unknown-location',
  'inactive-location',
  'unknown-partner',
] as const satisfies Group;

/** Of an upload; 'upload-incomplete' is that of a body which ended early, 'unsupported-media-type' that of a form. */
export const uploadProblems = [
  ...changeProblems,
  ...textProblems,
  'required',
  'invalid-file-name',
  'poe-type-not-allowed',
  'poe-type-mismatch',
  'poe-protected',
  'poe-active-content',
  'poe-empty',
  'poe-too-large',
  'poe-duplicate',
  'upload-incomplete',
  'unsupported-media-type',
  'unsupported-content-coding',
] as const satisfies Group;
