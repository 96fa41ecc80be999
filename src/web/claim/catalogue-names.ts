import type { Catalogue } from '../../../client/generated.ts';

/** Names of the codes of a catalogue; a code that it does not have stays as it is. */
export const namesIn = (catalogue: Catalogue | undefined) => {
  const areas = catalogue?.solutionAreas ?? [];
  const tracks = areas.flatMap((area) => area.tracks);
  const activities = tracks.flatMap((track) => track.activities);
  const nameIn =
    (named: { code: string; name: string }[]) =>
    (code: string | undefined): string | undefined =>
      named.find((each) => each.code === code)?.name ?? code;
  return {
    area: nameIn(areas),
    track: nameIn(tracks),
    activity: nameIn(activities),
    product: nameIn(catalogue?.products ?? []),
  };
};
