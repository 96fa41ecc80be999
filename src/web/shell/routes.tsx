import { lazy } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { ListPage } from '../list/list-page.tsx';
import { OverviewPage } from '../overview/overview-page.tsx';
import { usePerson } from '../sign-in/session-context.ts';
import { MissingPage } from './missing-page.tsx';
import { Shell } from './shell.tsx';

const ClaimPage = lazy(async () => ({ default: (await import('../claim/claim-page.tsx')).ClaimPage }));
const NewClaimPage = lazy(async () => ({ default: (await import('../wizard/new-claim-page.tsx')).NewClaimPage }));
const WizardPage = lazy(async () => ({ default: (await import('../wizard/wizard-page.tsx')).WizardPage }));
const OperatorPages = lazy(async () => ({ default: (await import('../operators/operator-pages.tsx')).OperatorPages }));

/** The pages that come with the first load are the overview and the list; each other room is loaded when it is opened. */
export const Pages = () => (
  <BrowserRouter>
    <Routes>
      <Route element={<Shell />}>
        <Route path="/" element={<Start />} />
        <Route path="/associations" element={<ListPage />} />
        <Route path="/associations/new" element={<NewClaimPage />} />
        <Route path="/associations/:id/edit/:step" element={<WizardPage />} />
        <Route path="/associations/:id" element={<ClaimPage />} />
        <Route path="/operations/*" element={<OperatorPages />} />
        <Route path="*" element={<MissingPage />} />
      </Route>
    </Routes>
  </BrowserRouter>
);

const Start = () => {
  const { roles } = usePerson();
  const isPartner = roles.includes('Partner.Admin') || roles.includes('Partner.Reader');
  return isPartner || !roles.includes('Operator') ? <OverviewPage /> : <Navigate to="/operations" replace />;
};
