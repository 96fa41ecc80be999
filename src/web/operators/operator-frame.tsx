<<<<<<< HEAD
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { type ReactNode, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { LinkTabs } from '../parts/link-tabs.tsx';
import { PageHead } from '../parts/page.tsx';
import { searchFieldId } from '../shell/shortcuts.tsx';
=======
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { PageHead } from '../parts/page.tsx';
import { RouterLink } from '../parts/router-link.tsx';
>>>>>>> 82962fe (feat(operations): find claims by the address of a customer contact)
import { useOperatorWords } from '../words/operator-words.ts';
import { ClaimSearch } from './claim-search.tsx';
import { ReasonDialogs } from './reason-dialog.tsx';

const useStyles = makeStyles({
<<<<<<< HEAD
  search: { flexGrow: 1, minWidth: 0 },
  input: { width: '100%', minWidth: 0 },
  form: {
    display: 'flex',
    alignItems: 'end',
    gap: tokens.spacingHorizontalS,
    width: 'min(26rem, calc(100vw - 4rem))',
=======
  rooms: {
    display: 'flex',
    overflowX: 'auto',
    gap: tokens.spacingHorizontalXS,
    marginBottom: tokens.spacingVerticalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  room: {
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
>>>>>>> 82962fe (feat(operations): find claims by the address of a customer contact)
  },
});

const rooms = [
  ['overview', '/operations'],
  ['claims', '/operations/claims'],
  ['messages', '/operations/messages'],
  ['customers', '/operations/customers'],
  ['mails', '/operations/mails'],
  ['log', '/operations/log'],
] as const;

/** The head that all pages of operators share: their title, the search, and the other pages. */
export const OperatorFrame = ({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) => {
  const words = useOperatorWords();
  const { pathname } = useLocation();
  return (
    <>
<<<<<<< HEAD
      <PageHead title={title} lead={lead} actions={<Search />} />
      <LinkTabs
        label={words.roomsLabel}
        tabs={rooms.map(([room, to]) => ({
          to,
          name: words.rooms[room],
          isCurrent: pathname === to || (room !== 'overview' && pathname.startsWith(`${to}/`)),
        }))}
      />
=======
      <PageHead title={title} lead={lead} actions={<ClaimSearch />} />
      <nav className={styles.rooms} aria-label={words.roomsLabel}>
        {rooms.map(([room, to]) => {
          const isHere = pathname === to || (room !== 'overview' && pathname.startsWith(`${to}/`));
          return (
            <RouterLink
              key={room}
              to={to}
              appearance="subtle"
              className={mergeClasses(styles.room, isHere && styles.current)}
              {...(isHere ? { 'aria-current': 'page' as const } : {})}
            >
              {words.rooms[room]}
            </RouterLink>
          );
        })}
      </nav>
>>>>>>> 82962fe (feat(operations): find claims by the address of a customer contact)
      <ReasonDialogs>{children}</ReasonDialogs>
    </>
  );
};
