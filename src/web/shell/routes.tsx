import { lazy } from 'react';
import { BrowserRouter, Navigate, Outlet, Route, Routes, useParams } from 'react-router';
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
        <Route element={<PartnerPages />}>
          <Route path="/" element={<OverviewPage />} />
          <Route path="/associations" element={<ListPage />} />
          <Route path="/associations/new" element={<NewClaimPage />} />
          <Route path="/associations/:id/edit/:step" element={<WizardPage />} />
          <Route path="/associations/:id" element={<ClaimPage />} />
        </Route>
        <Route path="/operations/*" element={<OperatorPages />} />
        <Route path="*" element={<MissingPage />} />
      </Route>
    </Routes>
  </BrowserRouter>
);

/** Operators, whom the partners' API refuses, get the page of theirs that comes closest. */
const PartnerPages = () => {
  const { id } = useParams();
  const { roles } = usePerson();
  const isPartner = roles.includes('Partner.Admin') || roles.includes('Partner.Reader');
  if (isPartner || !roles.includes('Operator')) return <Outlet />;
  return <Navigate to={id === undefined ? '/operations' : `/operations/claims/${id}`} replace />;
};
