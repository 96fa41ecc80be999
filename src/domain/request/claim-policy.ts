import { catalogueOf, chosen } from '../catalogue/catalogue.ts';
import type { Activity, Catalogue } from '../catalogue/catalogue-shape.ts';
import type { Claim } from '../claim.ts';
import type { ClaimPolicy } from './policy-shape.ts';

/**
 * The policy of one activity: what the catalogue says of it, and the settings' defaults for the rest. Where a code is asked for,
 * silence does not approve: it proves nothing.
 */
export const activityPolicy = ({ policy }: Pick<Activity, 'policy'>, defaults: ClaimPolicy): ClaimPolicy => {
  const merged = { ...defaults, ...policy };
  return {
    ...merged,
    // A reminder of the one may lie beyond the window of the other.
    reminderDays: merged.reminderDays.filter((day) => day <= merged.windowBusinessDays),
    onSilence: merged.secondFactor ? 'expire' : merged.onSilence,
  };
};

/**
 * The policy of several activities on one claim: the one that is stricter towards the partner wins. The customer has the longest
 * window, with its reminders (the most of them, where windows are equal); silence approves only if it does for each of them; a
 * template or a code is asked for as soon as one of them asks for it.
 */
export const strictestOf = (policies: readonly ClaimPolicy[], defaults: ClaimPolicy): ClaimPolicy => {
  const [longest] = policies.toSorted(
    (one, other) =>
      other.windowBusinessDays - one.windowBusinessDays || other.reminderDays.length - one.reminderDays.length,
  );
  if (longest === undefined) return activityPolicy({}, defaults);
  return {
    windowBusinessDays: longest.windowBusinessDays,
    reminderDays: longest.reminderDays,
    onSilence: policies.every(({ onSilence }) => onSilence === 'approve') ? 'approve' : 'expire',
    templateMandatory: policies.some(({ templateMandatory }) => templateMandatory),
    secondFactor: policies.some(({ secondFactor }) => secondFactor),
  };
};

/**
 * The policy of a claim. A submitted claim keeps what applied at its submission, so that a later change of settings or catalogue
 * does not change what was asked; a draft has what would apply now.
 */
export const policyOf = (claim: Claim, defaults: ClaimPolicy): ClaimPolicy => {
  if (claim.policy !== undefined) return claim.policy;
  const { activities } = chosen(catalogueOf(claim.catalogueVersion), claim);
  return strictestOf(
    activities.map((activity) => activityPolicy(activity, defaults)),
    defaults,
  );
};

/** The solution areas of a catalogue with the whole policy of each activity, as callers see them. */
export const areasWithPolicies = ({ solutionAreas }: Catalogue, defaults: ClaimPolicy) =>
  solutionAreas.map((area) => ({
    ...area,
    tracks: area.tracks.map((track) => ({
      ...track,
      activities: track.activities.map((activity) => ({ ...activity, policy: activityPolicy(activity, defaults) })),
    })),
  }));
