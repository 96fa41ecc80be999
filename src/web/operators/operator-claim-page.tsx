import { MessageBar, MessageBarBody, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { orThrow } from '../../../client/result.ts';
import { useApi } from '../api/api-context.ts';
import { ClaimFacts } from '../claim/claim-facts.tsx';
import { HistoryList } from '../claim/history-timeline.tsx';
import { StatusCard } from '../claim/status-card.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Card, PageHead } from '../parts/page.tsx';
import { useOperatorWords } from '../words/operator-words.ts';
import { useWords } from '../words/words-context.ts';
import { OperatorActions } from './operator-actions.tsx';
import { OrchestrationSteps } from './orchestration-steps.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(17rem, 1fr)',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media (max-width: 60rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  card: { display: 'grid', gap: tokens.spacingVerticalM },
});

/** One claim as operators see it: how it is doing, what the orchestration did, and what can be done. */
export const OperatorClaimPage = () => {
  const { id = '' } = useParams();
  const styles = useStyles();
  const words = useOperatorWords();
  const { list } = useWords();
  const api = useApi();
  const claim = useQuery({
    queryKey: ['operations', 'claim', id],
    queryFn: async ({ signal }) => orThrow(await api.call('readClaimForOperators', { path: { id }, signal })).data,
    refetchInterval: 5_000,
  });
  const history = useQuery({
    queryKey: ['operations', 'history', id, claim.data?.claim.updatedAt],
    queryFn: async ({ signal }) =>
      orThrow(await api.call('readHistoryForOperators', { path: { id }, signal })).data.value,
    enabled: claim.data !== undefined,
  });
  return (
    <Loaded query={claim}>
      {(view) => (
        <>
          <PageHead
            title={view.claim.name ?? list.unnamed}
            lead={`${view.partnerName} › ${view.claim.customer.name ?? view.claim.customer.domain}`}
          />
          <div className={styles.columns}>
            <div className={styles.column}>
              {view.hold && (
                <MessageBar intent="warning" layout="multiline">
                  <MessageBarBody>{words.held(view.hold.by.name ?? '', view.hold.reason)}</MessageBarBody>
                </MessageBar>
              )}
              <StatusCard claim={view.claim} />
              <Card className={styles.card}>
                <Subtitle1 as="h2">{words.orchestration}</Subtitle1>
                <Text>
                  {words.orchestrationStates[view.orchestration]}. {words.columns.redrive}: {view.redrive.words}
                </Text>
                <OrchestrationSteps id={id} />
              </Card>
              <ClaimFacts claim={view.claim} />
            </div>
            <div className={styles.column}>
              <OperatorActions view={view} />
              <Loaded query={history}>{(entries) => <HistoryList entries={entries} />}</Loaded>
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
};
