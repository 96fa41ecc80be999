import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useWords } from '../words/words-context.ts';

const useStyles = makeStyles({
  pager: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalM,
  },
});

type Props = { page: number; count: number; onPrevious: () => void; onNext: (() => void) | undefined };

/** The way through the pages; the buttons stay where they are. */
export const Pager = ({ page, count, onPrevious, onNext }: Props) => {
  const styles = useStyles();
  const { list } = useWords();
  return (
    <nav className={styles.pager} aria-label={list.page(page)}>
      <Text role="status">
        {list.page(page)} · {list.shown(count)}
      </Text>
      <Button disabledFocusable={page === 1} onClick={onPrevious}>
        {list.previous}
      </Button>
      <Button disabledFocusable={onNext === undefined} onClick={onNext}>
        {list.next}
      </Button>
    </nav>
  );
};
