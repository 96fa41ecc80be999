import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orThrow } from '../../../../client/result.ts';
import { useApi } from '../../api/api-context.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Card } from '../../parts/page.tsx';
import { RouterLink } from '../../parts/router-link.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useClaimWords } from '../../words/claim-words.ts';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { DoneBar } from '../done-bar.tsx';
import { OperatorFrame } from '../operator-frame.tsx';
import { unverifiedQuery } from '../operator-queries.ts';
import { ReasonButton } from '../reason-button.tsx';

/** Customers of whom no one could say whether domain and Directory ID belong together. */
export const CustomersPage = () => {
  const { customers: words, columns, rooms } = useOperatorWords();
  const { verification } = useClaimWords();
  const formats = useFormats();
  const api = useApi();
  const [done, setDone] = useState('');
  const customers = useQuery(unverifiedQuery(api));
  const verify = (id: string) => async (reason: string) => {
    const { result } = orThrow(await api.call('verifyCustomer', { path: { id }, body: { reason } })).data;
    return words.verified(id, verification[result]);
  };
  return (
    <OperatorFrame title={rooms.customers} lead={words.lead}>
      <DoneBar text={done} />
      <Card>
        <Loaded query={customers}>
          {(value) =>
            value.length === 0 ? (
              <Notice title={words.none} text={words.noneHint} />
            ) : (
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
                        <ReasonButton
                          name={words.verify}
                          label={words.verifyOf(claimId)}
                          text={words.verifyText}
                          size="small"
                          run={verify(claimId)}
                          onDone={setDone}
                        />
                      ),
                  },
                ]}
              />
            )
          }
        </Loaded>
      </Card>
    </OperatorFrame>
  );
};
