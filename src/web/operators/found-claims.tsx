import { Subtitle1, Text } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { orThrow } from '../../../client/result.ts';
import { useApi } from '../api/api-context.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { RouterLink } from '../parts/router-link.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { useFormats } from '../words/format.ts';
import { useOperatorWords } from '../words/operator-words.ts';
import { useWords } from '../words/words-context.ts';

/** Claims of all partners that a search found. */
export const FoundClaims = ({ q }: { q: string }) => {
  const words = useOperatorWords();
  const { list } = useWords();
  const { columns } = words;
  const formats = useFormats();
  const api = useApi();
  const found = useQuery({
    queryKey: ['operations', 'search', q],
    queryFn: async ({ signal }) => orThrow(await api.call('searchClaims', { query: { q }, signal })).data,
  });
  return (
    <>
      <Subtitle1 as="h2">{words.found(q)}</Subtitle1>
      <Loaded query={found}>
        {({ value, more }) =>
          value.length === 0 ? (
            <Text>{words.nothingFound}</Text>
          ) : (
            <>
              <DataTable
                caption={words.found(q)}
                columns={[columns.claim, columns.partner, columns.customer, columns.status, columns.at]}
                rows={value.map(({ id, name, partnerName, customerName, status, updatedAt }) => ({
                  key: id,
                  cells: [
                    <RouterLink key="claim" to={`/operations/claims/${id}`}>
                      {name ?? list.unnamed} ({id})
                    </RouterLink>,
                    partnerName,
                    customerName,
                    <StatusBadge key="status" status={status} />,
                    formats.moment(updatedAt),
                  ],
                }))}
              />
              {more && <Text>{words.moreFound}</Text>}
            </>
          )
        }
      </Loaded>
    </>
  );
};
