import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAnnounce } from '../parts/announce.tsx';
import { useErrorWords } from '../parts/problem-words.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalS, width: '100%', justifyItems: 'start' },
  field: { width: '100%' },
});

type Props = {
  /** Where what was typed is kept over a reload; begins with `comment.`, by which signing out forgets it. */
  storageKey: `comment.${string}`;
  fieldId?: string;
  words: { label: string; hint: string; send: string; sent: string };
  /** A refusal is thrown. */
  onSend: (text: string, idempotencyKey: string) => Promise<unknown>;
};

/** Writes a comment; what was typed stays where sending it fails, and over a reload. */
export const CommentForm = ({ storageKey, fieldId, words, onSend }: Props) => {
  const styles = useStyles();
  const announce = useAnnounce();
  const wordsOf = useErrorWords();
  const [text, setText] = useState(() => sessionStorage.getItem(storageKey) ?? '');
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  const write = (typed: string): void => {
    sessionStorage.setItem(storageKey, typed);
    setText(typed);
    // The key stands for one text: another text is another comment.
    setAttempt(crypto.randomUUID());
  };
  const send = useMutation({
    mutationFn: () => onSend(text, attempt),
    onSuccess: () => {
      write('');
      announce(words.sent);
    },
  });
  const isBlank = text.trim() === '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBlank && !send.isPending) send.mutate();
      }}
    >
      <Field
        className={styles.field}
        label={words.label}
        hint={words.hint}
        {...(send.error ? { validationMessage: wordsOf(send.error) } : {})}
      >
        <Textarea
          {...(fieldId === undefined ? {} : { id: fieldId })}
          value={text}
          resize="vertical"
          onChange={(_event, { value }) => write(value)}
        />
      </Field>
      <Button type="submit" disabledFocusable={isBlank || send.isPending}>
        {words.send}
      </Button>
    </form>
  );
};
