import type { Catalogue } from '../../../client/generated.ts';

/** Names of the codes of a catalogue, in the words of the reader where there are any; an unknown code stays as it is. */
export const namesIn = (catalogue: Catalogue | undefined, words: Record<string, string> = {}) => {
  const areas = catalogue?.solutionAreas ?? [];
  const tracks = areas.flatMap((area) => area.tracks);
  const activities = tracks.flatMap((track) => track.activities);
  const nameIn =
    (named: { code: string; name: string }[]) =>
    (code: string | undefined): string | undefined =>
      code === undefined ? undefined : (words[code] ?? named.find((each) => each.code === code)?.name ?? code);
  return {
    area: nameIn(areas),
    track: nameIn(tracks),
    activity: nameIn(activities),
    product: nameIn(catalogue?.products ?? []),
  };
};
