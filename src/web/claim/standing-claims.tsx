import { ProblemError } from '../../../client/result.ts';
import { RouterLink } from '../parts/router-link.tsx';

/** Links to the claims that a refused submission would duplicate. */
export const StandingClaims = ({ error }: { error: unknown }) => {
  const standing = error instanceof ProblemError ? (error.problem.standing ?? []) : [];
  return standing.map(({ claimId }) => (
    <span key={claimId}>
      <RouterLink to={`/associations/${claimId}`}>{claimId}</RouterLink>{' '}
    </span>
  ));
};
