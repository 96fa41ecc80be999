import { Button, Field, makeStyles, Subtitle1, Text, Textarea, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Claim } from '../../../../client/generated.ts';
import { orThrow } from '../../../../client/result.ts';
import { useApi } from '../../api/api-context.ts';
import { useAnnounce } from '../../parts/announce.tsx';
import { useErrorWords } from '../../parts/load-error.tsx';
import { Card } from '../../parts/page.tsx';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { useWords } from '../../words/words-context.ts';
import { operatorsKey } from '../operator-queries.ts';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM },
  thread: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
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
  form: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  field: { width: '100%' },
});

/** What was written about a claim, and a field to write to its partner. */
export const OperatorComments = ({ claim: { id, comments, submittedAt } }: { claim: Claim }) => {
  const styles = useStyles();
  const { claim: words } = useOperatorWords();
  const { actor } = useWords();
  const formats = useFormats();
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.comments}</Subtitle1>
      {comments.length === 0 && <Text>{words.noComments}</Text>}
      <ul className={styles.thread}>
        {comments.map(({ id: comment, at, by, text }) => (
          <li key={comment} className={styles.comment}>
            <Text size={200} className={styles.quiet}>
              {by.name ?? actor[by.kind]} · {formats.moment(at)}
            </Text>
            <Text className={styles.text}>{text}</Text>
          </li>
        ))}
      </ul>
      {submittedAt === undefined ? <Text className={styles.quiet}>{words.commentNever}</Text> : <CommentForm id={id} />}
    </Card>
  );
};

/** What was typed stays where sending it fails, and over a reload. */
const CommentForm = ({ id }: { id: string }) => {
  const styles = useStyles();
  const { claim: words } = useOperatorWords();
  const api = useApi();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const wordsOf = useErrorWords();
  const key = `comment.operator.${id}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  const write = (typed: string): void => {
    sessionStorage.setItem(key, typed);
    setText(typed);
    // The key stands for one text: another text is another comment.
    setAttempt(crypto.randomUUID());
  };
  const send = useMutation({
    mutationFn: async () =>
      orThrow(await api.call('commentAsOperator', { path: { id }, body: { text }, idempotencyKey: attempt })),
    onSuccess: () => {
      write('');
      announce(words.commentSent);
      void queries.invalidateQueries({ queryKey: operatorsKey });
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && !send.isPending) send.mutate();
      }}
    >
      <Field
        className={styles.field}
        label={words.commentLabel}
        hint={words.commentHint}
        {...(send.error ? { validationMessage: wordsOf(send.error) } : {})}
      >
        <Textarea value={text} resize="vertical" onChange={(_event, { value }) => write(value)} />
      </Field>
      <Button type="submit" disabledFocusable={text.trim() === '' || send.isPending}>
        {words.commentSend}
      </Button>
    </form>
  );
};
