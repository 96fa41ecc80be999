import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useSearchParams } from 'react-router';
import { useOperatorWords } from '../../words/operator-words.ts';

const useStyles = makeStyles({
  pages: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalM,
  },
});

/** The way through a list that is read page by page; the address bar says where one is. */
export const ListPages = ({ next, shown }: { next: string | undefined; shown?: string }) => {
  const styles = useStyles();
  const words = useOperatorWords();
  const [query, setQuery] = useSearchParams();
  const to = (after: string | undefined): void => {
    const changed = new URLSearchParams(query);
    if (after === undefined) changed.delete('after');
    else changed.set('after', after);
    setQuery(changed);
  };
  return (
    <div className={styles.pages}>
      {shown !== undefined && <Text role="status">{shown}</Text>}
      {query.has('after') && <Button onClick={() => to(undefined)}>{words.firstPage}</Button>}
      {next !== undefined && <Button onClick={() => to(next)}>{words.nextPage}</Button>}
    </div>
  );
};
