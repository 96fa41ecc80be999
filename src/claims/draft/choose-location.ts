import type { Claim } from '../../domain/claim.ts';
import { fieldProblem, type Problem } from '../../lib/result.ts';
import type { Partner } from '../../storage/reference-store.ts';

/** The partner's own, active location with this MPN ID. */
export const chooseLocation = (partner: Partner, mpnId: string): Claim['partnerLocation'] | Problem => {
  const path = 'partnerLocation.mpnId';
  const location = partner.locations.find((candidate) => candidate.mpnId === mpnId);
  if (location === undefined) {
    return fieldProblem([
      { path, code: 'unknown-location', message: `${mpnId} is not a location of ${partner.name}.` },
    ]);
  }
  if (!location.active) {
    return fieldProblem([{ path, code: 'inactive-location', message: `${location.name} (${mpnId}) is not active.` }]);
  }
  return { mpnId: location.mpnId, name: location.name, country: location.country };
};
