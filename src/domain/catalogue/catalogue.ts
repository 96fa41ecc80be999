import * as from2023 from './catalogue-2023-10.ts';
import * as from2026 from './catalogue-2026-01.ts';
import type { Catalogue, Product } from './catalogue-shape.ts';

/** All versions, oldest first: each is valid until the next begins. */
export const catalogues: readonly Catalogue[] = [
  {
    version: '2023-10',
    validFrom: '2023-10-01',
    validTo: '2026-01-01',
    solutionAreas: from2023.solutionAreas,
    products: from2023.products,
    rules: { acknowledgmentMonths: 12, disclosureIn: [] },
  },
  {
    version: '2026-01',
    validFrom: '2026-01-01',
    validTo: null,
    solutionAreas: from2026.solutionAreas,
    products: from2026.products,
    rules: { acknowledgmentMonths: 12, disclosureIn: ['US', 'PR'] },
  },
];

/** The catalogue for new claims at `now`. */
export const catalogueAt = (now: Date): Catalogue => {
  const day = now.toISOString().slice(0, 10);
  const valid = catalogues.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
  if (valid === undefined) throw new Error(`No catalogue is valid on ${day}.`);
  return valid;
};

/** The catalogue that a claim was created with. A claim keeps its rules for life. */
export const catalogueOf = (version: string): Catalogue => {
  const found = catalogues.find((catalogue) => catalogue.version === version);
  if (found === undefined) throw new Error(`Catalogue ${version} is not part of this build.`);
  return found;
};

/** What a claim has chosen from the catalogue. A part is undefined if the catalogue does not have its code. */
export const chosen = (
  catalogue: Catalogue,
  choice: { solutionArea?: string; track?: string; activities: string[] },
) => {
  const area = catalogue.solutionAreas.find(({ code }) => code === choice.solutionArea);
  const track = area?.tracks.find(({ code }) => code === choice.track);
  const activities = choice.activities.flatMap(
    (code) => track?.activities.find((activity) => activity.code === code) ?? [],
  );
  return { area, track, activities };
};

export const productOf = (catalogue: Catalogue, code: string): Product | undefined =>
  catalogue.products.find((product) => product.code === code);

/** All names of a product, today's first. */
export const namesOf = ({ name, formerNames = [] }: Product): string[] => [
  name,
  ...formerNames.map((former) => former.name),
];
