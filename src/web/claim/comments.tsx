import { Badge, Button, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import type { Claim } from '../../../client/generated.ts';
import { useApi } from '../api/api-context.ts';
import { CommentForm } from '../comments/comment-form.tsx';
import { CommentThread } from '../comments/comment-thread.tsx';
import { Card } from '../parts/page.tsx';
import { useClaimWords } from '../words/claim-words.ts';
import { useClaimChange } from './use-claim-change.ts';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  head: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center', flexWrap: 'wrap' },
});

/** What colleagues, operations and the customer wrote about the claim. While a question waits, the field takes its reply. */
export const Comments = ({ claim, fieldId }: { claim: Claim; fieldId?: string }) => {
  const styles = useStyles();
  const words = useClaimWords();
  const api = useApi();
  const reading = useClaimChange(claim.id).change;
  const { change } = useClaimChange(claim.id);
  const { id, comments, question, unreadComments, allowedActions } = claim;
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
        <CommentForm
          key={`${id} ${question?.comment ?? ''}`}
          storageKey={`comment.${id}`}
          {...(fieldId === undefined ? {} : { fieldId })}
          words={
            question === undefined
              ? { label: words.commentLabel, hint: words.commentHint, send: words.send, sent: words.commentSent }
              : { label: words.replyLabel, hint: words.replyHint, send: words.replySend, sent: words.replySent }
          }
          onSend={(text, idempotencyKey) =>
            change.mutateAsync(() => api.call('addComment', { path: { id }, body: { text }, idempotencyKey }))
          }
        />
      )}
    </Card>
  );
};
