import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../parts/announce.tsx';
import { useErrorWords } from '../parts/problem-words.ts';
import { keepUnsent, type UnsentKey, unsentText } from './unsent.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalS, width: '100%', justifyItems: 'start' },
  field: { width: '100%' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Props = {
  storageKey: UnsentKey;
  fieldId?: string;
  /** Whether the field takes the focus, because the user has just asked for this form. */
  hasFocus?: boolean;
  /** What is offered beside the button that sends. */
  beside?: ReactNode;
  words: { label: string; hint: string; send: string; sent: string };
  /** A refusal is thrown. */
  onSend: (text: string, idempotencyKey: string) => Promise<unknown>;
};

/** Writes a comment; what was typed stays where sending it fails, and over a reload. */
export const CommentForm = ({ storageKey, fieldId, hasFocus = false, beside, words, onSend }: Props) => {
  const styles = useStyles();
  const announce = useAnnounce();
  const wordsOf = useErrorWords();
  const [text, setText] = useState(() => unsentText(storageKey));
  // On the form, since a Textarea's own ref has no type.
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (hasFocus) form.current?.querySelector('textarea')?.focus();
  }, [hasFocus]);
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  const write = (typed: string): void => {
    keepUnsent(storageKey, typed);
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
      ref={form}
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
      <div className={styles.buttons}>
        <Button type="submit" disabledFocusable={isBlank || send.isPending}>
          {words.send}
        </Button>
        {beside}
      </div>
    </form>
  );
};
