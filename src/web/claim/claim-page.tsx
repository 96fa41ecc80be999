import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useApi } from '../api/api-context.ts';
import { claimQuery } from '../api/queries.ts';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { LoadError } from '../parts/load-error.tsx';
import { PageHead } from '../parts/page.tsx';
import { useWords } from '../words/words-context.ts';
import { ClaimView } from './claim-view.tsx';

/** The page of one claim; it shows a change within seconds. */
export const ClaimPage = () => {
  const { id = '' } = useParams();
  const { list } = useWords();
  const api = useApi();
  const { data, error, refetch } = useQuery(claimQuery(api, id));
  if (error && !data) {
    return (
      <>
        <PageHead title={list.panel} />
        <LoadError error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (data === undefined) return <ListSkeleton />;
  const { claim } = data;
  return (
    <>
      <PageHead title={claim.name || list.unnamed} lead={claim.customer?.name ?? claim.customer?.domain} />
      <ClaimView claim={claim} />
    </>
  );
};
