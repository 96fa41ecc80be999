import { Dialog, DialogSurface, Field, Input, Textarea } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Client } from '../../../client/client.ts';
import type { Claim, ProblemCode } from '../../../client/generated.ts';
import { ProblemError, type Result } from '../../../client/result.ts';
import { useApi } from '../api/api-context.ts';
import { claimKey, type ReadClaim } from '../api/queries.ts';
import { useAnnounce } from '../parts/announce.tsx';
import { DialogForm } from '../parts/dialog-form.tsx';
import { useReturnFocus } from '../parts/dialog-state.ts';
import { useErrorWords, useProblemWords } from '../parts/problem-words.ts';
import { useClaimWords } from '../words/claim-words.ts';
import { useClaimChange } from './use-claim-change.ts';

/** Actions that are asked about before they are carried out. */
export type AskedAction = 'resend' | 'change-contact' | 'withdraw' | 'disassociate' | 'copy' | 'cancel';
/** Actions that end something; their buttons are never the primary ones. */
const endingActions: readonly AskedAction[] = ['withdraw', 'disassociate', 'cancel'];
type Answers = { reason: string; name: string; title: string; email: string; foreignDomainReason: string };

const run = async (
  api: Client,
  {
    action,
    claim,
    etag,
    answers,
    attempt,
  }: { action: AskedAction; claim: Claim; etag: string; answers: Answers; attempt: string },
): Promise<Result<Claim, ProblemCode>> => {
  const path = { id: claim.id };
  const { reason, ...contact } = answers;
  const idempotencyKey = attempt;
  switch (action) {
    case 'resend':
      return api.call('resendRequest', { path, body: {}, idempotencyKey });
    case 'change-contact':
      return api.call('changeCustomerContact', { path, body: withoutEmpty(contact), idempotencyKey });
    case 'withdraw':
      return api.call('withdrawClaim', { path, body: { reason }, idempotencyKey });
    case 'disassociate':
      return api.call('disassociate', { path, body: { reason }, idempotencyKey });
    case 'copy':
      return api.call('copyClaim', { path, idempotencyKey });
    case 'cancel': {
      const cancelled = await api.call('cancelDraft', { path, ifMatch: etag });
      return cancelled.ok ? api.call('readClaim', { path }) : cancelled;
    }
  }
};

const withoutEmpty = ({ foreignDomainReason, ...contact }: Omit<Answers, 'reason'>) => ({
  ...contact,
  ...(foreignDomainReason === '' ? {} : { foreignDomainReason }),
});

/** Says what an action does and asks for what it needs. What the API refuses shows at its field. */
export const ActionDialog = ({
  action,
  claim,
  open,
  onClose,
}: {
  action: AskedAction;
  claim: Claim;
  open: boolean;
  onClose: () => void;
}) => {
  const words = useClaimWords();
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const wordsOf = useErrorWords();
  const problemWords = useProblemWords();
  const { change } = useClaimChange(claim.id);
  useReturnFocus(open);
  const [attempt] = useState(() => crypto.randomUUID());
  const [answers, setAnswers] = useState<Answers>({
    reason: '',
    name: '',
    title: '',
    email: '',
    foreignDomainReason: '',
  });
  // Whether the address needs a reason the API knows: the field shows once it has asked for one, and stays.
  const asksAddressReason =
    answers.foreignDomainReason !== '' ||
    (change.error instanceof ProblemError &&
      change.error.problem.errors.some(({ path }) => path === 'foreignDomainReason'));
  const fields: (keyof Answers)[] =
    action === 'change-contact'
      ? ['name', 'title', 'email', ...(asksAddressReason ? (['foreignDomainReason'] as const) : [])]
      : action === 'withdraw' || action === 'disassociate'
        ? ['reason']
        : [];
  const problem = change.error instanceof ProblemError ? change.error.problem : undefined;
  const wrong = (field: string) => problem?.errors.find(({ path }) => path === field || path.endsWith(`.${field}`));
  const isPlaced =
    problem !== undefined && problem.errors.length > 0 && problem.errors.every(({ path }) => wrong(path));
  const isEnding = endingActions.includes(action);
  const labels = {
    reason: words.confirmReason,
    name: words.contactName,
    title: words.contactTitle,
    email: words.contactEmail,
    foreignDomainReason: words.addressReason,
  };
  const carryOut = (): void => {
    const etag = queries.getQueryData<ReadClaim>(claimKey(claim.id))?.etag ?? '';
    change.mutate(() => run(api, { action, claim, etag, answers, attempt }), {
      onSuccess: ({ data }) => {
        announce(words.done[action]);
        onClose();
        if (data.id !== claim.id) void navigate(`/associations/${data.id}/edit/customer`);
      },
    });
  };
  return (
    <Dialog open={open} onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogForm
          title={words.action[action].name}
          text={words.action[action].does}
          error={change.error && !isPlaced ? wordsOf(change.error) : undefined}
          cancel={isEnding ? words.keep : words.cancel}
          submit={words.action[action].name}
          isEnding={isEnding}
          isPending={change.isPending}
          onCancel={onClose}
          onSubmit={carryOut}
        >
          {fields.map((field) => {
            const error = wrong(field);
            const onChange = (_event: unknown, { value }: { value: string }) =>
              setAnswers({ ...answers, [field]: value });
            return (
              <Field
                key={field}
                label={labels[field]}
                required
                {...(field === 'reason' ? { hint: words.reasonHint } : {})}
                {...(error ? { validationMessage: problemWords(error) } : {})}
              >
                {field === 'reason' ? (
                  <Textarea value={answers.reason} onChange={onChange} />
                ) : (
                  <Input type={field === 'email' ? 'email' : 'text'} value={answers[field]} onChange={onChange} />
                )}
              </Field>
            );
          })}
        </DialogForm>
      </DialogSurface>
    </Dialog>
  );
};
