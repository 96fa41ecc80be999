import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Suspense, useEffect, useRef } from 'react';
import { Outlet, useLocation } from 'react-router';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { Announcer } from '../parts/announce.tsx';
import { usePerson } from '../sign-in/session-context.ts';
import { useWords } from '../words/words-context.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { TopBar } from './top-bar.tsx';

const useStyles = makeStyles({
  shell: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
  skip: {
    position: 'absolute',
    left: '-100vw',
    ':focus': { left: tokens.spacingHorizontalM, top: tokens.spacingVerticalS, zIndex: 10 },
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
  },
  main: {
    maxWidth: '80rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXXL}`,
    '@media (max-width: 40rem)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 4rem` },
    ':focus': { outline: 'none' },
  },
  note: { display: 'block', marginBottom: tokens.spacingVerticalM, color: tokens.colorNeutralForeground2 },
});

/** What is around every page. Focus follows to the page that was opened. */
export const Shell = () => {
  const styles = useStyles();
  const { shell } = useWords();
  const { roles } = usePerson();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [pathname]);
  return (
    <Announcer>
      <div className={styles.shell}>
        <a className={styles.skip} href="#main">
          {shell.skip}
        </a>
        <TopBar />
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <Breadcrumbs />
          {roles.includes('Partner.Reader') && !roles.includes('Partner.Admin') && (
            <Text className={styles.note}>{shell.readOnly}</Text>
          )}
          <PageBoundary key={pathname}>
            <Suspense fallback={<ListSkeleton />}>
              <Outlet />
            </Suspense>
          </PageBoundary>
        </main>
        <Shortcuts />
      </div>
    </Announcer>
  );
};
