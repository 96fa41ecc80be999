import { Dialog, DialogSurface, Field, Input, Textarea } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { ProblemError } from '../../../client/result.ts';
import { useAnnounce } from '../parts/announce.tsx';
import { DialogForm } from '../parts/dialog-form.tsx';
import { useErrorWords, useProblemWords } from '../parts/problem-words.ts';
import { useOperatorWords } from '../words/operator-words.ts';
import { type AskedAction, AskReasonContext } from './ask-reason.ts';
import { operatorsKey } from './operator-queries.ts';

/** The button may have gone with its row: focus goes to the head of the page then. Waits until the dialog has closed. */
const keepFocus = (): void => {
  setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById('page-title')?.focus();
  }, 1_000);
};

/** How long (ms) the process usually takes for what an action sets off, such as the mails that end a flag. */
const afterwardsMs = 1_500;

/** Holds the dialog for everything below: a row that a refreshed list loses must not take an open dialog along. */
export const ReasonDialogs = ({ children }: { children: ReactNode }) => {
  const [asked, setAsked] = useState<AskedAction>();
  const [turn, setTurn] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const ask = (action: AskedAction): void => {
    setAsked(action);
    setTurn(turn + 1);
    setIsOpen(true);
  };
  const close = (): void => {
    setIsOpen(false);
    keepFocus();
  };
  return (
    <AskReasonContext value={ask}>
      {children}
      <Dialog open={isOpen} onOpenChange={(_event, { open }) => !open && close()}>
        <DialogSurface>{asked && <ReasonForm key={turn} asked={asked} onClose={close} />}</DialogSurface>
      </Dialog>
    </AskReasonContext>
  );
};

/** Says what happens, asks for the reason, and keeps what was typed where the action fails. */
const ReasonForm = ({ asked, onClose }: { asked: AskedAction; onClose: () => void }) => {
  const words = useOperatorWords();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const wordsOf = useErrorWords();
  const problemWords = useProblemWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [further, setFurther] = useState('');
  const [isNeeded, setIsNeeded] = useState(false);
  const act = useMutation({
    mutationFn: () => asked.run(reason, further.trim()),
    onSuccess: (said) => {
      announce(said);
      asked.onDone(said);
      onClose();
    },
    onError: () => field.current?.focus(),
    // A refusal, too, may mean that what is shown is out of date.
    onSettled: () => {
      setTimeout(() => void queries.invalidateQueries({ queryKey: operatorsKey }), afterwardsMs);
      return queries.invalidateQueries({ queryKey: operatorsKey });
    },
  });
  const problem = act.error instanceof ProblemError ? act.error.problem : undefined;
  const refused = problem?.errors.find(({ path }) => path === 'reason');
  const message = isNeeded ? words.reasonNeeded : refused && problemWords(refused);
  const submit = (): void => {
    const isBlank = reason.trim() === '';
    setIsNeeded(isBlank);
    if (isBlank) field.current?.focus();
    else act.mutate();
  };
  return (
    <DialogForm
      title={asked.title}
      text={asked.text}
      error={act.error && refused === undefined ? wordsOf(act.error) : undefined}
      cancel={words.cancel}
      submit={asked.name}
      isPending={act.isPending}
      onCancel={onClose}
      onSubmit={submit}
    >
      {asked.further && (
        <Field label={asked.further.label} hint={asked.further.hint}>
          <Input value={further} maxLength={200} onChange={(_event, { value }) => setFurther(value)} />
        </Field>
      )}
      <Field
        label={words.reason}
        hint={words.reasonHint}
        required
        {...(message === undefined ? {} : { validationMessage: message })}
      >
        <Textarea textarea={{ ref: field }} value={reason} onChange={(_event, { value }) => setReason(value)} />
      </Field>
    </DialogForm>
  );
};
