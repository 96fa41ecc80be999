import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { LinkTabs } from '../parts/link-tabs.tsx';
import { PageHead } from '../parts/page.tsx';
import { useOperatorWords } from '../words/operator-words.ts';
import { ClaimSearch } from './claim-search.tsx';
import { ReasonDialogs } from './reason-dialog.tsx';

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
      <PageHead title={title} lead={lead} actions={<ClaimSearch />} />
      <LinkTabs
        label={words.roomsLabel}
        tabs={rooms.map(([room, to]) => ({
          to,
          name: words.rooms[room],
          isCurrent: pathname === to || (room !== 'overview' && pathname.startsWith(`${to}/`)),
        }))}
      />
      <ReasonDialogs>{children}</ReasonDialogs>
    </>
  );
};
