import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { RouterLink } from '../parts/router-link.tsx';
import { useWords } from '../words/words-context.ts';
import { type ListState, tabs, writeState } from './list-state.ts';

const useStyles = makeStyles({
  tabs: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    overflowX: 'auto',
    marginBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderBottom: '3px solid transparent',
    color: tokens.colorNeutralForeground2,
    ':hover': { textDecorationLine: 'none', color: tokens.colorNeutralForeground1 },
  },
  current: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** The list by status. Each tab is a link: it has an address, and opens in another window. */
export const StatusTabs = ({ state }: { state: ListState }) => {
  const styles = useStyles();
  const { list } = useWords();
  return (
    <nav className={styles.tabs} aria-label={list.tabs}>
      {tabs.map((tab) => (
        <RouterLink
          key={tab}
          to={`?${writeState({ ...state, tab, page: 1, after: undefined, open: undefined })}`}
          appearance="subtle"
          className={mergeClasses(styles.tab, tab === state.tab && styles.current)}
          {...(tab === state.tab ? { 'aria-current': 'page' as const } : {})}
        >
          {list.tabNames[tab]}
        </RouterLink>
      ))}
    </nav>
  );
};
