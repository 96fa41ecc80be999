import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useLocation } from 'react-router';
import { RouterLink } from '../parts/router-link.tsx';
import { usePerson } from '../sign-in/session-context.ts';
import { useWords } from '../words/words-context.ts';
import { AccountButton } from './account-button.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 40rem)': { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}` },
  },
  brand: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  mark: { width: '24px', height: '24px', '@media (max-width: 40rem)': { display: 'none' } },
  nav: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, flexGrow: 1 },
  link: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    '@media (max-width: 40rem)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}` },
    borderBottom: '2px solid transparent',
    color: tokens.colorNeutralForeground2,
    ':hover': { textDecorationLine: 'none', color: tokens.colorNeutralForeground1 },
  },
  current: {
    borderBottomColor: tokens.colorBrandStroke1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  brandName: { '@media (max-width: 60rem)': { display: 'none' } },
});

/** Where one is, where else one can go, and who is signed in. */
export const TopBar = () => {
  const styles = useStyles();
  const { shell } = useWords();
  const { roles } = usePerson();
  const { pathname } = useLocation();
  const isPartner = roles.includes('Partner.Admin') || roles.includes('Partner.Reader');
  const places = [
    ...(isPartner
      ? [
          { to: '/', name: shell.overview, isHere: pathname === '/' },
          { to: '/associations', name: shell.associations, isHere: pathname.startsWith('/associations') },
        ]
      : []),
    ...(roles.includes('Operator')
      ? [{ to: '/operations', name: shell.operations, isHere: pathname.startsWith('/operations') }]
      : []),
  ];
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>
        <img className={styles.mark} src="/favicon.svg" alt="" />
        <Text weight="semibold" className={styles.brandName}>
          {isPartner ? shell.incentives : shell.product}
        </Text>
      </span>
      <nav className={styles.nav} aria-label={isPartner ? shell.incentives : shell.menu}>
        {places.map(({ to, name, isHere }) => (
          <RouterLink
            key={to}
            to={to}
            appearance="subtle"
            className={mergeClasses(styles.link, isHere && styles.current)}
            {...(isHere ? { 'aria-current': 'page' as const } : {})}
          >
            {name}
          </RouterLink>
        ))}
      </nav>
      <AccountButton />
    </header>
  );
};
