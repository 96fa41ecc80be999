import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import type { OperatorClaimView } from '../../../../client/generated.ts';
import { useApi } from '../../api/api-context.ts';
import { HistoryList } from '../../claim/history-timeline.tsx';
import { useAnnounce } from '../../parts/announce.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useClaimWords } from '../../words/claim-words.ts';
import { useWords } from '../../words/words-context.ts';
import { DoneBar } from '../done-bar.tsx';
import { OperatorFrame } from '../operator-frame.tsx';
import { operatorClaimQuery, operatorHistoryQuery, operatorVerificationQuery } from '../operator-queries.ts';
import { ClaimActions } from './claim-actions.tsx';
import { ClaimFiles } from './claim-files.tsx';
import { ClaimLedger } from './claim-ledger.tsx';
import { ClaimMails } from './claim-mails.tsx';
import { ClaimRecord } from './claim-record.tsx';
import { ClaimSteps } from './claim-steps.tsx';
import { OperatorComments } from './operator-comments.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(17rem, 1fr)',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media (max-width: 60rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  lead: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** Tells a screen reader when the claim has changed by itself; what the reader did here (`done`) has been said already. */
const useNews = (claim: OperatorClaimView['claim'] | undefined, done: string): void => {
  const words = useWords();
  const own = useClaimWords();
  const announce = useAnnounce();
  const known = useRef({ claim, done });
  useEffect(() => {
    const before = known.current;
    if (before.claim?.id === claim?.id && before.claim?.updatedAt === claim?.updatedAt) return;
    known.current = { claim, done };
    if (claim === undefined || before.claim?.id !== claim.id) return;
    if (before.claim.status !== claim.status) {
      const updated = own.updated(words.status[claim.status]);
      // What the operator has just done is said along: this takes the place of its own announcement.
      announce(done === before.done ? updated : `${done} ${updated}`);
    } else if (done === '') announce(own.changed);
  }, [claim, done, announce, words, own]);
};

/** One claim of whichever partner: its record, its process, its mails and files, and what an operator can do about it. */
export const OperatorClaimPage = () => {
  const styles = useStyles();
  const { id = '' } = useParams();
  const { list } = useWords();
  const claim = useQuery(operatorClaimQuery(useApi(), id));
  const [done, setDone] = useState('');
  useNews(claim.data?.claim, done);
  const read = claim.data;
  return (
    <OperatorFrame
      title={read ? read.claim.name || list.unnamed : id}
      lead={
        read && (
          <span className={styles.lead}>
            <StatusBadge status={read.claim.status} />
            {read.partnerName} · {read.claim.customer.name ?? read.claim.customer.domain}
          </span>
        )
      }
    >
      <DoneBar text={done} />
      <Loaded query={claim}>
        {(view) => (
          <div className={styles.columns}>
            <div className={styles.column}>
              <ClaimRecord view={view} />
              <ClaimSteps id={id} />
              <ClaimLedger claim={view.claim} />
              <ClaimMails claim={view.claim} />
              <ClaimFiles claim={view.claim} onDone={setDone} />
              <OperatorComments claim={view.claim} />
            </div>
            <div className={styles.column}>
              <ClaimActions view={view} onDone={setDone} />
              <ClaimHistory claim={view.claim} />
            </div>
          </div>
        )}
      </Loaded>
    </OperatorFrame>
  );
};

const ClaimHistory = ({ claim: { id, updatedAt } }: { claim: OperatorClaimView['claim'] }) => {
  const api = useApi();
  const history = useQuery(operatorHistoryQuery(api, id, updatedAt));
  const check = useQuery(operatorVerificationQuery(api, id, updatedAt));
  return <Loaded query={history}>{(entries) => <HistoryList entries={entries} check={check} />}</Loaded>;
};
