import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  MessageBar,
  MessageBarBody,
  Text,
  Textarea,
} from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError } from '../../../client/result.ts';
import { useAnnounce } from '../parts/announce.tsx';
import { useErrorWords } from '../parts/load-error.tsx';
import { useOperatorWords } from '../words/operator-words.ts';
import { useWords } from '../words/words-context.ts';

/** An action of an operator, before it is carried out. `run` resolves with what to say then, if more than "Done". */
export type Asked = {
  name: string;
  does: string;
  label?: string;
  run: (reason: string) => Promise<string | undefined>;
};

/** Asks for the reason of an action, and carries it out. */
export const ReasonDialog = ({ asked, onClose }: { asked: Asked; onClose: () => void }) => {
  const words = useOperatorWords();
  const { shell } = useWords();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const wordsOf = useErrorWords();
  const [reason, setReason] = useState('');
  const action = useMutation({
    mutationFn: asked.run,
    onSuccess: async (said) => {
      await queries.invalidateQueries();
      announce(said ?? words.done);
      onClose();
    },
  });
  const refused = action.error instanceof ProblemError ? action.error.problem.errors[0]?.message : undefined;
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            action.mutate(reason);
          }}
        >
          <DialogBody>
            <DialogTitle>{asked.name}</DialogTitle>
            <DialogContent>
              <Text>{asked.does}</Text>
              {action.error && refused === undefined && (
                <MessageBar intent="error" layout="multiline">
                  <MessageBarBody>{wordsOf(action.error)}</MessageBarBody>
                </MessageBar>
              )}
              <Field
                label={asked.label ?? words.reason}
                required
                hint={asked.label === undefined ? words.reasonHint : ''}
                {...(refused ? { validationMessage: refused } : {})}
              >
                <Textarea value={reason} onChange={(_event, { value }) => setReason(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{shell.cancel}</Button>
              <Button appearance="primary" type="submit" disabledFocusable={action.isPending}>
                {asked.name}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
};
