import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useApi } from '../../api/api-context.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Card } from '../../parts/page.tsx';
import { RouterLink } from '../../parts/router-link.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { useWords } from '../../words/words-context.ts';
import { OperatorFrame } from '../operator-frame.tsx';
import { searchQuery } from '../operator-queries.ts';

const useStyles = makeStyles({
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
  count: { display: 'block', marginBottom: tokens.spacingVerticalM },
});

/** Claims of all partners that a search found, in flight or not. */
export const SearchPage = () => {
  const styles = useStyles();
  const words = useOperatorWords();
  const { columns } = words;
  const { list } = useWords();
  const formats = useFormats();
  const [query] = useSearchParams();
  const q = query.get('q') ?? '';
  const found = useQuery({ ...searchQuery(useApi(), q), enabled: q.trim() !== '' });
  const none = <Notice title={words.foundNone} text={words.foundNoneHint} />;
  return (
    <OperatorFrame title={words.foundTitle(q)}>
      <Card>
        {q.trim() === '' ? (
          none
        ) : (
          <Loaded query={found}>
            {({ value, more }) =>
              value.length === 0 ? (
                none
              ) : (
                <>
                  <Text role="status" className={styles.count}>
                    {words.foundCount(value.length)}
                    {more && `. ${words.foundMore}`}
                  </Text>
                  <DataTable
                    caption={words.foundTitle(q)}
                    rows={value}
                    keyOf={({ id }) => id}
                    columns={[
                      {
                        name: columns.claim,
                        cell: ({ id, name }) => (
                          <span>
                            <RouterLink to={`/operations/claims/${id}`}>{name || list.unnamed}</RouterLink>
                            <Text size={200} className={styles.quiet}>
                              {id}
                            </Text>
                          </span>
                        ),
                      },
                      { name: columns.customer, cell: ({ customerName }) => customerName },
                      { name: columns.partner, cell: ({ partnerName }) => partnerName },
                      { name: columns.status, cell: ({ status }) => <StatusBadge status={status} /> },
                      {
                        name: columns.changed,
                        cell: ({ updatedAt }) => (
                          <span title={formats.moment(updatedAt)}>{formats.distance(updatedAt)}</span>
                        ),
                      },
                    ]}
                  />
                </>
              )
            }
          </Loaded>
        )}
      </Card>
    </OperatorFrame>
  );
};
