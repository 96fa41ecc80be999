import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CreateDraftRequest, FieldError } from '../../../client/generated.ts';
import { orThrow, ProblemError } from '../../../client/result.ts';
import { useApi } from '../api/api-context.ts';
import { claimKey } from '../api/queries.ts';
import { Card, PageHead } from '../parts/page.tsx';
import { useErrorWords } from '../parts/problem-words.ts';
import { usePerson } from '../sign-in/session-context.ts';
import { useWizardWords } from '../words/wizard-words.ts';
import { type Draft, DraftContext } from './draft/draft-context.ts';
import { type Edits, patchOf } from './draft/draft-paths.ts';
import { keep, readKept } from './draft/kept-edits.ts';
import { SaveStateText } from './draft/save-state.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { StepList } from './step-list.tsx';
import { CustomerStep } from './steps/customer-step.tsx';
import { stepOf } from './steps.ts';
import { useWizardStyles } from './wizard-styles.ts';

const newId = 'new';

/** The first step of a claim that does not exist yet. What is typed is kept here until the draft is made. */
export const NewClaimPage = () => {
  const styles = useWizardStyles();
  const words = useWizardWords();
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const wordsOf = useErrorWords();
  const { id: personId } = usePerson();
  const [edits, setEdits] = useState(() => readKept(personId, newId).edits);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const set = (next: Edits): void => {
    // Made once: the draft of a request whose answer was lost is found again.
    const marked = { ...next, attempt: next.attempt ?? crypto.randomUUID() };
    keep(personId, newId, { edits: marked, bases: {} });
    setEdits(marked);
  };
  const create = useMutation({
    mutationFn: async () => {
      const { attempt, ...typed } = edits;
      // The cast: what is missing is refused, and shown at its field.
      const body = patchOf(typed) as CreateDraftRequest;
      return orThrow(await api.call('createDraft', { body, idempotencyKey: String(attempt ?? crypto.randomUUID()) }));
    },
    onSuccess: ({ data, etag = '' }) => {
      keep(personId, newId, { edits: {}, bases: {} });
      queries.setQueryData(claimKey(data.id), { claim: data, etag });
      void queries.invalidateQueries({ queryKey: ['claims'] });
      void navigate(`/associations/${data.id}/edit/activity`, { replace: true });
    },
    onError: (error) => {
      // Where no answer came, the same attempt goes on.
      if (!(error instanceof ProblemError)) return;
      set({ ...edits, attempt: crypto.randomUUID() });
      setErrors(error.problem.errors.flatMap(atFields));
    },
  });
  const draft: Draft = {
    claim: undefined,
    value: (path) => edits[path],
    edit: (changes) => {
      setErrors((shown) => shown.filter(({ path }) => !Object.hasOwn(changes, path)));
      set({ ...edits, ...changes });
    },
    save: async () => undefined,
    open: [],
    errors,
    show: setErrors,
    state: 'idle',
  };
  // By the refusal, not by what is left of it: a field that was corrected since needs no bar above the form.
  const refused = create.error instanceof ProblemError ? create.error.problem.errors.flatMap(atFields) : [];
  const isPlaced = refused.length > 0 && refused.every((error) => stepOf(error) === 'customer');
  return (
    <DraftContext value={draft}>
      <PageHead title={words.newTitle} />
      <div className={styles.layout}>
        <StepList step="customer" claim={undefined} />
        <Card className={styles.sheet}>
          <form
            className={styles.step}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              create.mutate();
            }}
          >
            <ErrorSummary errors={errors} />
            {create.error && !isPlaced && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{wordsOf(create.error)}</MessageBarBody>
              </MessageBar>
            )}
            <CustomerStep />
            <div className={styles.buttons}>
              <Button appearance="primary" type="submit" disabledFocusable={create.isPending}>
                {words.next}
              </Button>
              <SaveStateText />
            </div>
          </form>
        </Card>
      </div>
    </DraftContext>
  );
};

/** Of a group that is missing as a whole, each field is missing. */
const atFields = (error: FieldError): FieldError[] => {
  const parts: Record<string, string[]> = {
    partnerLocation: ['partnerLocation.mpnId'],
    customer: ['customer.domain', 'customer.directoryId'],
  };
  return (parts[error.path] ?? [error.path]).map((path) => ({ ...error, path }));
};
