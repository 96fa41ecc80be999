import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { Claim } from '../../../../client/generated.ts';
import { orThrow } from '../../../../client/result.ts';
import { useApi } from '../../api/api-context.ts';
import { CommentForm } from '../../comments/comment-form.tsx';
import { CommentThread } from '../../comments/comment-thread.tsx';
import { Card } from '../../parts/page.tsx';
import { useOperatorWords } from '../../words/operator-words.ts';
import { operatorsKey } from '../operator-queries.ts';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What was written about a claim, and a field to write to its partner. */
export const OperatorComments = ({ claim: { id, comments, status } }: { claim: Claim }) => {
  const styles = useStyles();
  const { claim: words } = useOperatorWords();
  const api = useApi();
  const queries = useQueryClient();
  const send = async (text: string, idempotencyKey: string): Promise<void> => {
    orThrow(await api.call('commentAsOperator', { path: { id }, body: { text }, idempotencyKey }));
    void queries.invalidateQueries({ queryKey: operatorsKey });
  };
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.comments}</Subtitle1>
      <CommentThread comments={comments} none={words.noComments} />
      {status === 'cancelled' ? (
        <Text className={styles.quiet}>{words.commentNever}</Text>
      ) : (
        <CommentForm
          storageKey={`comment.operator.${id}`}
          words={{
            label: words.commentLabel,
            hint: words.commentHint,
            send: words.commentSend,
            sent: words.commentSent,
          }}
          onSend={send}
        />
      )}
    </Card>
  );
};
