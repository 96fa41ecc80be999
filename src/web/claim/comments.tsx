import { Badge, Button, Field, makeStyles, Subtitle1, Text, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Claim } from '../../../client/generated.ts';
import { useApi } from '../api/api-context.ts';
import { useAnnounce } from '../parts/announce.tsx';
import { useErrorWords } from '../parts/load-error.tsx';
import { Card } from '../parts/page.tsx';
import { useClaimWords } from '../words/claim-words.ts';
import { useFormats } from '../words/format.ts';
import { useWords } from '../words/words-context.ts';
import { useClaimChange } from './use-claim-change.ts';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  head: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center', flexWrap: 'wrap' },
  thread: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM, width: '100%' },
  comment: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  // A Text sets its own white space; what is around it does not count.
  text: { whiteSpace: 'pre-line' },
  quiet: { color: tokens.colorNeutralForeground2 },
  form: { display: 'grid', gap: tokens.spacingVerticalS, width: '100%', justifyItems: 'start' },
  field: { width: '100%' },
});

/** What colleagues and operations wrote about the claim. */
export const Comments = ({ claim }: { claim: Claim }) => {
  const styles = useStyles();
  const words = useWords();
  const own = useClaimWords();
  const formats = useFormats();
  const api = useApi();
  const { change } = useClaimChange(claim.id);
  const { comments, unreadComments, allowedActions } = claim;
  if (comments.length === 0 && !allowedActions.includes('comment')) return null;
  return (
    <Card className={styles.card}>
      <div className={styles.head}>
        <Subtitle1 as="h2">{own.comments}</Subtitle1>
        {unreadComments > 0 && (
          <>
            <Badge appearance="tint" color="warning">
              {own.unread(unreadComments)}
            </Badge>
            <Button
              size="small"
              onClick={() => change.mutate(() => api.call('readComments', { path: { id: claim.id } }))}
            >
              {own.markRead}
            </Button>
          </>
        )}
      </div>
      {comments.length === 0 ? (
        <Text>{own.noComments}</Text>
      ) : (
        <ul className={styles.thread}>
          {comments.map(({ id, at, by, text }) => (
            <li key={id} className={styles.comment}>
              <Text size={200} className={styles.quiet}>
                {by.name ?? words.actor[by.kind]} · {formats.moment(at)}
              </Text>
              <Text className={styles.text}>{text}</Text>
            </li>
          ))}
        </ul>
      )}
      {allowedActions.includes('comment') && <CommentForm id={claim.id} />}
    </Card>
  );
};

/** Writes a comment; what was typed stays where sending it fails, and over a reload. */
export const CommentForm = ({ id }: { id: string }) => {
  const styles = useStyles();
  const words = useClaimWords();
  const api = useApi();
  const announce = useAnnounce();
  const wordsOf = useErrorWords();
  const key = `comment.${id}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  const { change } = useClaimChange(id);
  const write = (typed: string): void => {
    sessionStorage.setItem(key, typed);
    setText(typed);
  };
  const send = (): void =>
    change.mutate(() => api.call('addComment', { path: { id }, body: { text }, idempotencyKey: attempt }), {
      onSuccess: () => {
        write('');
        setAttempt(crypto.randomUUID());
        announce(words.commentSent);
      },
    });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') send();
      }}
    >
      <Field
        className={styles.field}
        label={words.commentLabel}
        hint={words.commentHint}
        {...(change.error ? { validationMessage: wordsOf(change.error) } : {})}
      >
        <Textarea value={text} resize="vertical" onChange={(_event, { value }) => write(value)} />
      </Field>
      <Button type="submit" disabledFocusable={text.trim() === '' || change.isPending}>
        {words.send}
      </Button>
    </form>
  );
};
