import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { countsQuery, partnerQuery } from '../api/queries.ts';
import { claimsQuery } from '../list/claims-query.ts';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { readState } from '../list/list-state.ts';
import { NewClaimButton } from '../list/new-claim-button.tsx';
import { LoadError } from '../parts/load-error.tsx';
import { Notice } from '../parts/notice.tsx';
import { Card, PageHead } from '../parts/page.tsx';
import { RouterLink } from '../parts/router-link.tsx';
import { useWords } from '../words/words-context.ts';
import { ActionList } from './action-list.tsx';
import { StatusCounts } from './status-counts.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(16rem, 1fr)',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media (max-width: 52rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  card: { display: 'grid', gap: tokens.spacingVerticalM },
});

const needsAction = readState(new URLSearchParams({ tab: 'action', sort: 'changed' }));

/** The first page: what needs the partner, each a link, then all claims by status. */
export const OverviewPage = () => {
  const styles = useStyles();
  const { list } = useWords();
  const api = useApi();
  const partner = useQuery(partnerQuery(api)).data;
  const counts = useQuery({ ...countsQuery(api), refetchInterval: 15_000 });
  const action = useQuery(claimsQuery(api, needsAction));
  return (
    <>
      <PageHead
        title={list.overviewTitle}
        lead={partner && list.overviewLead(partner.name)}
        actions={<NewClaimButton />}
      />
      <div className={styles.columns}>
        <Card className={styles.card}>
          <Subtitle1 as="h2">{list.needsYou}</Subtitle1>
          {action.error && !action.data ? (
            <LoadError error={action.error} onRetry={() => void action.refetch()} />
          ) : action.data === undefined ? (
            <ListSkeleton rows={4} />
          ) : action.data.rows.length === 0 ? (
            <Notice title={list.allDone} text={list.allDoneHint} />
          ) : (
            <ActionList rows={action.data.rows.slice(0, 8)} />
          )}
          {counts.data && counts.data.needsAction > 8 && (
            <RouterLink to="/associations?tab=action">{list.moreAction(counts.data.needsAction)}</RouterLink>
          )}
        </Card>
        <Card className={styles.card}>
          <Subtitle1 as="h2">{list.byStatus}</Subtitle1>
          {counts.data ? <StatusCounts byStatus={counts.data.byStatus} /> : <ListSkeleton rows={4} />}
          <Text>
            <RouterLink to="/associations">{list.all}</RouterLink>
          </Text>
        </Card>
      </div>
    </>
  );
};
