import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { useWords } from '../words/words-context.ts';

const useStyles = makeStyles({
  rows: { display: 'grid', gap: tokens.spacingVerticalM, padding: tokens.spacingVerticalM },
});

/** Stands where the list will be. */
export const ListSkeleton = ({ rows = 8 }: { rows?: number }) => {
  const styles = useStyles();
  const { shell } = useWords();
  return (
    <Skeleton aria-label={shell.loading} className={styles.rows}>
      {Array.from({ length: rows }, (_each, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same.
        <SkeletonItem key={row} size={32} />
      ))}
    </Skeleton>
  );
};
