import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Claim, ProblemCode } from '../../../client/generated.ts';
import { orThrow, type Result } from '../../../client/result.ts';
import { claimKey, type ReadClaim } from '../api/queries.ts';

/** Changes a claim; whatever shows it, or counts it, shows it as it is then. */
export const useClaimChange = (id: string) => {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: async (run: () => Promise<Result<Claim, ProblemCode>>) => orThrow(await run()),
    onSuccess: ({ data, etag = '' }) => {
      if (data.id === id) queries.setQueryData<ReadClaim>(claimKey(id), { claim: data, etag });
      void queries.invalidateQueries({ queryKey: ['claims'] });
    },
  });
  return { change };
};
