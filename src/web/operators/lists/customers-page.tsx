import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { orThrow } from '../../../../client/result.ts';
import { useApi } from '../../api/api-context.ts';
import { useAnnounce } from '../../parts/announce.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Card } from '../../parts/page.tsx';
import { useErrorWords } from '../../parts/problem-words.ts';
import { RouterLink } from '../../parts/router-link.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useClaimWords } from '../../words/claim-words.ts';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { DoneBar } from '../done-bar.tsx';
import { OperatorFrame } from '../operator-frame.tsx';
import { operatorsKey, unverifiedQuery } from '../operator-queries.ts';

/** Customers of whom nobody could say whether domain and Directory ID belong together. */
export const CustomersPage = () => {
  const { customers: words, columns, rooms } = useOperatorWords();
  const { verification } = useClaimWords();
  const formats = useFormats();
  const api = useApi();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const wordsOf = useErrorWords();
  const customers = useQuery(unverifiedQuery(api));
  const verify = useMutation({
    mutationFn: async (id: string) => orThrow(await api.call('verifyCustomer', { path: { id } })).data,
    onSuccess: ({ id, result }) => announce(`${id}: ${verification[result]}`),
    onSettled: () => queries.invalidateQueries({ queryKey: operatorsKey }),
  });
  return (
    <OperatorFrame title={rooms.customers} lead={words.lead}>
      <DoneBar text={verify.data ? `${verify.data.id}: ${verification[verify.data.result]}` : ''} />
      {verify.error && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{wordsOf(verify.error)}</MessageBarBody>
        </MessageBar>
      )}
      <Card>
        <Loaded query={customers}>
          {(value) =>
            value.length === 0 ? (
              <Notice title={words.none} text={words.noneHint} />
            ) : (
              <>
                <Text>{words.verifyHint}</Text>
                <DataTable
                  caption={rooms.customers}
                  rows={value}
                  keyOf={({ claimId }) => claimId}
                  columns={[
                    {
                      name: columns.claim,
                      cell: ({ claimId }) => <RouterLink to={`/operations/claims/${claimId}`}>{claimId}</RouterLink>,
                    },
                    { name: columns.customer, cell: ({ customerName }) => customerName },
                    { name: columns.partner, cell: ({ partnerName }) => partnerName },
                    { name: columns.domain, cell: ({ domain }) => domain },
                    { name: columns.directory, cell: ({ directoryId }) => directoryId },
                    { name: columns.status, cell: ({ status }) => <StatusBadge status={status} /> },
                    {
                      name: columns.result,
                      cell: ({ result, checkedAt }) => `${verification[result]}, ${formats.moment(checkedAt)}`,
                    },
                    {
                      name: columns.action,
                      cell: ({ claimId, result }) =>
                        result === 'unverifiable' && (
                          <Button
                            size="small"
                            aria-label={words.verifyOf(claimId)}
                            disabledFocusable={verify.isPending}
                            onClick={() => verify.mutate(claimId)}
                          >
                            {words.verify}
                          </Button>
                        ),
                    },
                  ]}
                />
              </>
            )
          }
        </Loaded>
      </Card>
    </OperatorFrame>
  );
};
