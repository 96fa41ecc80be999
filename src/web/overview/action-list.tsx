import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ClaimSummary } from '../../../client/generated.ts';
import { dueOf, Todo } from '../list/todo.tsx';
import { RouterLink } from '../parts/router-link.tsx';
import { useFormats } from '../words/format.ts';
import { useWords } from '../words/words-context.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  what: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0, overflowWrap: 'anywhere' },
  why: { display: 'grid', gap: tokens.spacingVerticalXXS, justifyItems: 'end' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Claims that need the partner, with the reason and by when. */
export const ActionList = ({ rows }: { rows: ClaimSummary[] }) => {
  const styles = useStyles();
  const { list } = useWords();
  const formats = useFormats();
  return (
    <ul className={styles.list}>
      {rows.map((claim) => {
        const due = dueOf(claim);
        return (
          <li key={claim.id} className={styles.item}>
            <span className={styles.what}>
              <RouterLink to={`/associations/${claim.id}`}>{claim.name || list.unnamed}</RouterLink>
              <Text size={200} className={styles.quiet}>
                {claim.customer?.name ?? claim.customer?.domain ?? list.noCustomer}
              </Text>
            </span>
            <span className={styles.why}>
              <Todo claim={claim} />
              {due !== undefined && (
                <Text size={200} className={styles.quiet} title={formats.moment(due)}>
                  {formats.distance(due)}
                </Text>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
};
