import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useApi } from '../../api/api-context.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Card } from '../../parts/page.tsx';
import { RouterLink } from '../../parts/router-link.tsx';
import { useClaimWords } from '../../words/claim-words.ts';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { OperatorFrame } from '../operator-frame.tsx';
import { mailsQuery } from '../operator-queries.ts';
import { ListPages } from './list-pages.tsx';

/** Mails that did not arrive. */
export const MailsPage = () => {
  const { mails: words, columns, rooms } = useOperatorWords();
  const { deliveries } = useClaimWords();
  const formats = useFormats();
  const [query] = useSearchParams();
  const mails = useQuery(mailsQuery(useApi(), query.get('after') ?? undefined));
  return (
    <OperatorFrame title={rooms.mails} lead={words.lead}>
      <Card>
        <Loaded query={mails}>
          {({ value, next }) =>
            value.length === 0 ? (
              <Notice title={words.none} text={words.noneHint} />
            ) : (
              <>
                <DataTable
                  caption={rooms.mails}
                  rows={value}
                  keyOf={({ at, claimId, mail, to }) => [at, claimId, mail, to].join()}
                  columns={[
                    {
                      name: columns.claim,
                      cell: ({ claimId }) => <RouterLink to={`/operations/claims/${claimId}`}>{claimId}</RouterLink>,
                    },
                    { name: columns.at, cell: ({ at }) => formats.moment(at) },
                    { name: columns.mail, cell: ({ mail }) => words.kinds[mail] },
                    { name: columns.to, cell: ({ to }) => words.sides[to] },
                    { name: columns.delivery, cell: ({ delivery }) => deliveries[delivery] },
                  ]}
                />
                <ListPages next={next} />
              </>
            )
          }
        </Loaded>
      </Card>
    </OperatorFrame>
  );
};
