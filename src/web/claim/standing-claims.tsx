import type { Claim } from '../../../client/generated.ts';
import { RouterLink } from '../parts/router-link.tsx';

/** Links to the claims that a draft would duplicate. */
export const StandingClaims = ({ standing = [] }: { standing: Claim['standing'] }) =>
  standing.map(({ claimId }) => (
    <span key={claimId}>
      <RouterLink to={`/associations/${claimId}`}>{claimId}</RouterLink>{' '}
    </span>
  ));
