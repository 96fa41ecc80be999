import { makeStyles, tokens } from '@fluentui/react-components';
import { useLocation } from 'react-router';
import { RouterLink } from '../parts/router-link.tsx';
import { useWords } from '../words/words-context.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    listStyle: 'none',
    padding: 0,
    margin: `0 0 ${tokens.spacingVerticalM}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  item: {
    '&:not(:last-child)::after': { content: '"›" / ""', margin: `0 ${tokens.spacingHorizontalS}` },
  },
});

/** Incentives › Overview › Customer associations, each a link but the last. */
export const Breadcrumbs = () => {
  const styles = useStyles();
  const { shell } = useWords();
  const { pathname } = useLocation();
  if (pathname === '/') return null;
  const isOperations = pathname.startsWith('/operations');
  const isDeep = pathname.split('/').length > 2;
  return (
    <nav aria-label={shell.where}>
      <ol className={styles.list}>
        {!isOperations && <li className={styles.item}>{shell.incentives}</li>}
        {!isOperations && (
          <li className={styles.item}>
            <RouterLink to="/">{shell.overview}</RouterLink>
          </li>
        )}
        <li className={styles.item}>
          {isDeep ? (
            <RouterLink to={isOperations ? '/operations' : '/associations'}>
              {isOperations ? shell.operations : shell.associations}
            </RouterLink>
          ) : (
            <span aria-current="page">{isOperations ? shell.operations : shell.associations}</span>
          )}
        </li>
      </ol>
    </nav>
  );
};
