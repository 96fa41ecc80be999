import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { RouterLink } from './router-link.tsx';

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
    // Forced colours make a transparent border visible.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':hover': { textDecorationLine: 'none', color: tokens.colorNeutralForeground1 },
  },
  current: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

type Tab = { to: string; name: string; isCurrent: boolean };

/** Tabs of which each is a link: it has an address, and opens in another window. */
export const LinkTabs = ({ label, tabs }: { label: string; tabs: Tab[] }) => {
  const styles = useStyles();
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(({ to, name, isCurrent }) => (
        <RouterLink
          key={name}
          to={to}
          appearance="subtle"
          className={mergeClasses(styles.tab, isCurrent && styles.current)}
          {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
        >
          {name}
        </RouterLink>
      ))}
    </nav>
  );
};
