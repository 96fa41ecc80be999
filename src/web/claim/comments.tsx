import { Badge, Button, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import type { Claim } from '../../../client/generated.ts';
import { useApi } from '../api/api-context.ts';
import { CommentThread } from '../comments/comment-thread.tsx';
import { Card } from '../parts/page.tsx';
import { useClaimWords } from '../words/claim-words.ts';
import { useClaimChange } from './use-claim-change.ts';
import { WriteComment } from './write-comment.tsx';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  head: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center', flexWrap: 'wrap' },
});

/** What colleagues, operations and the customer wrote about the claim. While a question waits, its reply can be written there. */
export const Comments = ({ claim, fieldId }: { claim: Claim; fieldId?: string }) => {
  const styles = useStyles();
  const words = useClaimWords();
  const api = useApi();
  const reading = useClaimChange(claim.id).change;
  const { id, comments, unreadComments, allowedActions } = claim;
  if (comments.length === 0 && !allowedActions.includes('comment')) return null;
  return (
    <Card className={styles.card}>
      <div className={styles.head}>
        <Subtitle1 as="h2">{words.comments}</Subtitle1>
        {unreadComments > 0 && (
          <>
            <Badge appearance="tint" color="warning">
              {words.unread(unreadComments)}
            </Badge>
            <Button size="small" onClick={() => reading.mutate(() => api.call('readComments', { path: { id } }))}>
              {words.markRead}
            </Button>
          </>
        )}
      </div>
      <CommentThread comments={comments} none={words.noComments} />
      {allowedActions.includes('comment') && (
        <WriteComment key={id} claim={claim} {...(fieldId === undefined ? {} : { fieldId })} />
      )}
    </Card>
  );
};
