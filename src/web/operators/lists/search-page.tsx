import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
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
import { useSearched } from '../use-searched.ts';

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
  const searched = useSearched();
  const isContact = 'contact' in searched;
  const isBlank = 'q' in searched && searched.q.trim() === '';
  const found = useQuery({ ...searchQuery(useApi(), searched), enabled: !isBlank });
  const none = <Notice title={words.foundNone} text={isContact ? words.foundNoneOfContact : words.foundNoneHint} />;
  // The title of the window is kept in the browser's history, where no address belongs.
  const title = isContact ? words.foundOfContact : words.foundTitle(searched.q);
  return (
    // Another search is another page: its field has the new text.
    <OperatorFrame key={JSON.stringify(searched)} title={title} lead={isContact && searched.contact}>
      <Card>
        {isBlank ? (
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
                    {more && `. ${isContact ? words.foundMoreOfContact : words.foundMore}`}
                  </Text>
                  <DataTable
                    caption={title}
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
