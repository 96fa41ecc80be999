import { makeStyles, mergeClasses, Subtitle1, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Claim } from '../../../client/generated.ts';
import { useAnnounce } from '../parts/announce.tsx';
import { Card } from '../parts/page.tsx';
import { ProofFiles } from '../proof/proof-files.tsx';
import { ProofUploader } from '../proof/proof-uploader.tsx';
import { useClaimWords } from '../words/claim-words.ts';
import { useWords } from '../words/words-context.ts';
import { ActionsCard } from './actions-card.tsx';
import { CertificateCard } from './certificate-card.tsx';
import { ClaimFacts } from './claim-facts.tsx';
import { Comments } from './comments.tsx';
import { HistoryTimeline } from './history-timeline.tsx';
import { StatusCard } from './status-card.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(17rem, 1fr)',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media (max-width: 60rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  one: { gridTemplateColumns: 'minmax(0, 1fr)' },
  column: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  proof: { display: 'grid', gap: tokens.spacingVerticalM },
});

/** Tells a screen reader when the claim has changed by itself. */
const useNews = (claim: Claim): void => {
  const words = useWords();
  const own = useClaimWords();
  const announce = useAnnounce();
  const known = useRef(claim);
  useEffect(() => {
    const before = known.current;
    known.current = claim;
    if (before.id !== claim.id || before.updatedAt === claim.updatedAt) return;
    announce(before.status === claim.status ? own.changed : own.updated(words.status[claim.status]));
  }, [claim, announce, words, own]);
};

/** All about one claim; beside the list in one column. */
export const ClaimView = ({ claim, narrow = false }: { claim: Claim; narrow?: boolean }) => {
  const styles = useStyles();
  const words = useClaimWords();
  useNews(claim);
  return (
    <div className={mergeClasses(styles.columns, narrow && styles.one)}>
      <div className={styles.column}>
        <StatusCard claim={claim} />
        {narrow && <ActionsCard claim={claim} />}
        <ClaimFacts claim={claim} />
        <Card className={styles.proof}>
          <Subtitle1 as="h2">{words.proof}</Subtitle1>
          <ProofFiles claim={claim} />
          {claim.status !== 'draft' && claim.allowedActions.includes('add-poe') && (
            <ProofUploader claim={claim} fieldId="add-proof" />
          )}
        </Card>
        <Comments claim={claim} />
      </div>
      <div className={styles.column}>
        {!narrow && <ActionsCard claim={claim} />}
        <CertificateCard claim={claim} />
        <HistoryTimeline id={claim.id} updatedAt={claim.updatedAt} />
      </div>
    </div>
  );
};
