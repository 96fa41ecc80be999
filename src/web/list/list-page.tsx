import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useApi } from '../api/api-context.ts';
import { LoadError } from '../parts/load-error.tsx';
import { Notice } from '../parts/notice.tsx';
import { Card, PageHead } from '../parts/page.tsx';
import { searchFieldId } from '../shell/shortcuts.tsx';
import { useWords } from '../words/words-context.ts';
import { claimsQuery } from './claims-query.ts';
import { ClaimsTable } from './claims-table.tsx';
import { ExportButton } from './export-button.tsx';
import { ListFilters } from './list-filters.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import { useListState } from './list-state.ts';
import { NewClaimButton } from './new-claim-button.tsx';
import { Pager } from './pager.tsx';

const ClaimPanel = lazy(async () => ({ default: (await import('../claim/claim-panel.tsx')).ClaimPanel }));

/** All claims of the partner: what to do about each, and until when. */
export const ListPage = () => {
  const { list } = useWords();
  const api = useApi();
  const { state, filter, open, next, previous } = useListState();
  const { data, error, refetch } = useQuery(claimsQuery(api, state));
  // The panel is loaded when it is first needed, and then stays: it is closed rather than taken away.
  const [wasOpened, setOpened] = useState(state.open !== undefined);
  if (state.open !== undefined && !wasOpened) setOpened(true);
  const isWhole = state.tab === 'all' && !state.q && !state.area && !state.location && state.page === 1;
  useEffect(() => {
    if (new URLSearchParams(location.search).has('focus')) document.getElementById(searchFieldId)?.focus();
  }, []);
  return (
    <>
      <PageHead
        title={list.title}
        lead={list.lead}
        actions={
          <>
            <ExportButton state={state} />
            <NewClaimButton />
          </>
        }
      />
      <ListFilters state={state} onFilter={filter} />
      <Card>
        {error && !data ? (
          <LoadError error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <ListSkeleton />
        ) : data.rows.length === 0 ? (
          <Notice title={isWhole ? list.emptyTitle : list.noneTitle} text={isWhole ? list.empty : list.none}>
            {isWhole && <NewClaimButton />}
          </Notice>
        ) : (
          <>
            <ClaimsTable rows={data.rows} openId={state.open} onOpen={open} />
            <Pager
              page={state.page}
              count={data.rows.length}
              onPrevious={previous}
              onNext={data.next === undefined ? undefined : () => next(data.next ?? '')}
            />
          </>
        )}
      </Card>
      {wasOpened && (
        <Suspense fallback={null}>
          <ClaimPanel openId={state.open} onClose={() => open(undefined)} />
        </Suspense>
      )}
    </>
  );
};
