import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ClaimStatus } from '../../../client/generated.ts';
import type { Tab } from '../list/list-state.ts';
import { RouterLink } from '../parts/router-link.tsx';
import { useFormats } from '../words/format.ts';
import { useWords } from '../words/words-context.ts';

const useStyles = makeStyles({
  list: { margin: 0, display: 'grid', gap: tokens.spacingVerticalS },
  row: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  count: { margin: 0, fontVariantNumeric: 'tabular-nums' },
});

/** In which tab of the list the claims of a status are. */
const tabOf: Record<ClaimStatus, Tab> = {
  draft: 'draft',
  submitted: 'waiting',
  approved: 'approved',
  declined: 'closed',
  expired: 'closed',
  withdrawn: 'closed',
  cancelled: 'closed',
  ended: 'closed',
};

/** How many claims there are of each status; the words lead to them. */
export const StatusCounts = ({ byStatus }: { byStatus: Record<string, number> }) => {
  const styles = useStyles();
  const { status: words } = useWords();
  const formats = useFormats();
  // The cast: the keys of a record whose keys are the statuses.
  const statuses = Object.keys(words) as ClaimStatus[];
  return (
    <dl className={styles.list}>
      {statuses.map((status) => (
        <div key={status} className={styles.row}>
          <dt>
            <RouterLink to={`/associations?tab=${tabOf[status]}`}>{words[status]}</RouterLink>
          </dt>
          <dd className={styles.count}>
            <Text weight="semibold">{formats.figure(byStatus[status] ?? 0)}</Text>
          </dd>
        </div>
      ))}
    </dl>
  );
};
