import { Route, Routes } from 'react-router';
import { Notice } from '../parts/notice.tsx';
import { PageHead } from '../parts/page.tsx';
import { MissingPage } from '../shell/missing-page.tsx';
import { usePerson } from '../sign-in/session-context.ts';
import { useWords } from '../words/words-context.ts';
import { OperatorClaimPage } from './claim/operator-claim-page.tsx';
import { CustomersPage } from './lists/customers-page.tsx';
import { InFlightPage } from './lists/in-flight-page.tsx';
import { LogPage } from './lists/log-page.tsx';
import { MailsPage } from './lists/mails-page.tsx';
import { MessagesPage } from './lists/messages-page.tsx';
import { SearchPage } from './lists/search-page.tsx';
import { OperatorOverviewPage } from './operator-overview-page.tsx';

/** The pages of operators, below `/operations`. */
export const OperatorPages = () => {
  const { shell } = useWords();
  const { roles } = usePerson();
  if (!roles.includes('Operator')) {
    return (
      <>
        <PageHead title={shell.operations} />
        <Notice title={shell.notForPartners} text={shell.missing} />
      </>
    );
  }
  return (
    <Routes>
      <Route index element={<OperatorOverviewPage />} />
      <Route path="claims" element={<InFlightPage />} />
      <Route path="claims/:id" element={<OperatorClaimPage />} />
      <Route path="search" element={<SearchPage />} />
      <Route path="messages" element={<MessagesPage />} />
      <Route path="customers" element={<CustomersPage />} />
      <Route path="mails" element={<MailsPage />} />
      <Route path="log" element={<LogPage />} />
      <Route path="*" element={<MissingPage />} />
    </Routes>
  );
};
