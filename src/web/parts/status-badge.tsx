import { Badge, makeStyles } from '@fluentui/react-components';
import type { ClaimStatus } from '../../../client/generated.ts';
import { useWords } from '../words/words-context.ts';

const colors = {
  draft: 'informative',
  submitted: 'brand',
  approved: 'success',
  declined: 'danger',
  expired: 'warning',
  withdrawn: 'subtle',
  cancelled: 'subtle',
  ended: 'subtle',
} as const satisfies Record<ClaimStatus, string>;

const useStyles = makeStyles({ badge: { whiteSpace: 'nowrap', justifySelf: 'start', flexShrink: 0 } });

/** A status in words. The colour says nothing that the words do not. */
export const StatusBadge = ({ status, size }: { status: ClaimStatus; size?: 'large' }) => {
  const styles = useStyles();
  const { status: words } = useWords();
  return (
    <Badge className={styles.badge} appearance="tint" color={colors[status]} size={size ?? 'medium'}>
      {words[status]}
    </Badge>
  );
};
