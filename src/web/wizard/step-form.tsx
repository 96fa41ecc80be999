import { Button, MessageBar, MessageBarBody, Subtitle1 } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { FieldError } from '../../../client/generated.ts';
import { ProblemError } from '../../../client/result.ts';
import { useApi } from '../api/api-context.ts';
import { StandingClaims } from '../claim/standing-claims.tsx';
import { useClaimChange } from '../claim/use-claim-change.ts';
import { useAnnounce } from '../parts/announce.tsx';
import { useErrorWords } from '../parts/problem-words.ts';
import { useWizardWords } from '../words/wizard-words.ts';
import { useDraft } from './draft/draft-context.ts';
import { SaveStateText } from './draft/save-state.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { useFocusOn } from './focus-field.ts';
import { ActivityStep } from './steps/activity-step.tsx';
import { ContactsStep } from './steps/contacts-step.tsx';
import { CustomerStep } from './steps/customer-step.tsx';
import { ProductsStep } from './steps/products-step.tsx';
import { ProofStep } from './steps/proof-step.tsx';
import { ReviewStep } from './steps/review-step.tsx';
import { after, before, type Step, stepOf } from './steps.ts';
import { useWizardStyles } from './wizard-styles.ts';

const notAcknowledged: FieldError = {
  path: 'acknowledged',
  code: 'acknowledgement-required',
  message: 'Not confirmed.',
};

/** The fields of one step, and the way on: what is missing here is said before the next step opens. */
export const StepForm = ({ id, step }: { id: string; step: Step }) => {
  const styles = useWizardStyles();
  const words = useWizardWords();
  const draft = useDraft();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const [acknowledged, setAcknowledged] = useState(false);
  const [tried, setTried] = useState<FieldError[]>([]);
  const submit = useSubmit(id);

  // The review page leads to one field, and the way on leads back to it.
  const field = query.get('field');
  const isChange = field !== null;
  useFocusOn(field);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the step opens.
  useEffect(() => draft.show([]), []);

  const complain = (errors: FieldError[]): void => {
    draft.show(errors);
    setTried(errors);
  };

  const goOn = async (): Promise<void> => {
    const saved = await draft.save();
    if (saved === undefined) return;
    if (step === 'review') {
      const gaps = [...draft.open, ...saved.missing, ...(acknowledged ? [] : [notAcknowledged])];
      if (gaps.length > 0) complain(gaps);
      else submit.run();
      return;
    }
    const gaps = [...draft.open, ...saved.missing].filter((gap) => stepOf(gap) === step);
    if (gaps.length > 0) complain(gaps);
    else void navigate(`/associations/${id}/edit/${isChange ? 'review' : after(step)}`);
  };

  const former = before(step);
  // A claim begins here; who comes back to the step goes on.
  const [begins] = useState(draft.claim?.activities.length === 0);
  const names = { ...(begins ? { activity: words.create } : {}), review: words.submit } as Partial<
    Record<Step, string>
  >;
  return (
    <form
      className={styles.step}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void goOn();
      }}
    >
      <Subtitle1 as="h2">{words.steps[step]}</Subtitle1>
      <ErrorSummary errors={tried.filter((error) => draft.errors.includes(error))} />
      {submit.failed !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {submit.failed} <StandingClaims standing={submit.standing} />
          </MessageBarBody>
        </MessageBar>
      )}
      {step === 'customer' && <CustomerStep />}
      {step === 'activity' && <ActivityStep />}
      {step === 'products' && <ProductsStep />}
      {step === 'contacts' && <ContactsStep />}
      {step === 'proof' && <ProofStep />}
      {step === 'review' && <ReviewStep acknowledged={acknowledged} onAcknowledge={setAcknowledged} />}
      <div className={styles.buttons}>
        {former !== undefined && (
          <Button onClick={() => void navigate(`/associations/${id}/edit/${former}`)}>{words.back}</Button>
        )}
        <Button appearance="primary" type="submit" disabledFocusable={submit.isPending}>
          {isChange ? words.toReview : (names[step] ?? words.next)}
        </Button>
        <Button appearance="subtle" onClick={() => void draft.save().then(() => navigate(`/associations/${id}`))}>
          {words.leave}
        </Button>
        <SaveStateText />
      </div>
    </form>
  );
};

/** Submits the claim, once however often its answer is lost, and shows it then. */
const useSubmit = (id: string) => {
  const words = useWizardWords();
  const api = useApi();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const wordsOf = useErrorWords();
  const { change } = useClaimChange(id);
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  return {
    isPending: change.isPending,
    standing: change.error instanceof ProblemError ? change.error.problem.standing : undefined,
    failed: change.error ? wordsOf(change.error) : undefined,
    run: () =>
      change.mutate(
        () => api.call('submitClaim', { path: { id }, body: { acknowledged: true }, idempotencyKey: attempt }),
        {
          onSuccess: () => {
            announce(words.submitted);
            void navigate(`/associations/${id}`, { replace: true });
          },
          onError: (error) => error instanceof ProblemError && setAttempt(crypto.randomUUID()),
        },
      ),
  };
};
