import { Button } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { orThrow } from '../../../client/result.ts';
import { useApi } from '../api/api-context.ts';
import { useAnnounce } from '../parts/announce.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { useErrorWords } from '../parts/load-error.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Notice } from '../parts/notice.tsx';
import { RouterLink } from '../parts/router-link.tsx';
import { useClaimWords } from '../words/claim-words.ts';
import { useFormats } from '../words/format.ts';
import { useOperatorWords } from '../words/operator-words.ts';

/** Claims whose customer could not be verified when they were submitted. */
export const UnverifiedCustomers = () => {
  const words = useOperatorWords();
  const { verification } = useClaimWords();
  const { columns } = words;
  const formats = useFormats();
  const api = useApi();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const wordsOf = useErrorWords();
  const unverified = useQuery({
    queryKey: ['operations', 'unverified'],
    queryFn: async ({ signal }) => orThrow(await api.call('listUnverified', { signal })).data.value,
  });
  const verify = useMutation({
    mutationFn: async (id: string) => orThrow(await api.call('verifyCustomer', { path: { id } })).data,
    onSuccess: ({ result }) => {
      announce(verification[result]);
      return queries.invalidateQueries({ queryKey: ['operations'] });
    },
    onError: (error) => announce(wordsOf(error)),
  });
  return (
    <Loaded query={unverified}>
      {(rows) =>
        rows.length === 0 ? (
          <Notice title={words.none.title} text={words.none.text} />
        ) : (
          <DataTable
            caption={words.views.customers}
            columns={[
              columns.claim,
              columns.partner,
              columns.customer,
              columns.result,
              columns.checked,
              columns.action,
            ]}
            rows={rows.map(({ claimId, partnerName, customerName, domain, result, checkedAt }) => ({
              key: claimId,
              cells: [
                <RouterLink key="claim" to={`/operations/claims/${claimId}`}>
                  {claimId}
                </RouterLink>,
                partnerName,
                `${customerName} (${domain})`,
                verification[result],
                formats.moment(checkedAt),
                <Button key="verify" size="small" onClick={() => verify.mutate(claimId)}>
                  {words.verify}
                </Button>,
              ],
            }))}
          />
        )
      }
    </Loaded>
  );
};
