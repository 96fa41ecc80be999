import type { OperatorClaimView } from '../../../../client/generated.ts';
import { orThrow } from '../../../../client/result.ts';
import { useApi } from '../../api/api-context.ts';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { ReasonButton } from '../reason-button.tsx';
import { ActionItem } from './action-item.tsx';

type Props = { claim: OperatorClaimView['claim']; onDone: (said: string) => void };

/** What operators do to a request that waits for the customer, or to the association that came of it. */
export const RequestActions = ({ claim, onDone }: Props) => {
  const { request: words } = useOperatorWords();
  const api = useApi();
  const path = { id: claim.id };
  const end = async (reason: string): Promise<string> => {
    orThrow(await api.call('endAssociation', { path, body: { reason } }));
    return words.ended;
  };
  if (claim.status === 'submitted') return <WaitingActions claim={claim} onDone={onDone} />;
  return (
    claim.status === 'approved' && (
      <ActionItem text={words.endText}>
        <ReasonButton name={words.end} text={words.endText} run={end} onDone={onDone} />
      </ActionItem>
    )
  );
};

const WaitingActions = ({ claim: { id, inquiry, question, request }, onDone }: Props) => {
  const { request: words } = useOperatorWords();
  const formats = useFormats();
  const api = useApi();
  const path = { id };
  const stop = async (reason: string): Promise<string> => {
    orThrow(await api.call('stopRequest', { path, body: { reason } }));
    return words.stopped;
  };
  const open = async (reason: string): Promise<string> => {
    orThrow(await api.call('openInquiry', { path, body: { reason } }));
    return words.inquiryOpened;
  };
  const release = async (reason: string): Promise<string> => {
    orThrow(await api.call('releaseInquiry', { path, body: { reason } }));
    return words.inquiryReleased;
  };
  const extend = async (reason: string, days: string): Promise<string> => {
    const body = { reason, businessDays: Number(days) };
    const { deadline } = orThrow(await api.call('extendDeadline', { path, body })).data;
    return words.extended(deadline === undefined ? '' : formats.moment(deadline));
  };
  return (
    <>
      {inquiry ? (
        <ActionItem text={words.releaseText(formats.day(inquiry.until))}>
          <ReasonButton
            key="release-inquiry"
            name={words.release}
            text={words.releaseText(formats.day(inquiry.until))}
            run={release}
            onDone={onDone}
          />
        </ActionItem>
      ) : (
        <ActionItem text={words.inquiryText}>
          <ReasonButton key="inquiry" name={words.inquiry} text={words.inquiryText} run={open} onDone={onDone} />
        </ActionItem>
      )}
      {request && !inquiry && !question?.pausedUntil && (
        <ActionItem text={words.extendText}>
          <ReasonButton
            name={words.extend}
            text={words.extendText}
            further={{ label: words.extendDays, hint: words.extendHint }}
            run={extend}
            onDone={onDone}
          />
        </ActionItem>
      )}
      <ActionItem text={words.stopText}>
        <ReasonButton name={words.stop} text={words.stopText} run={stop} onDone={onDone} />
      </ActionItem>
    </>
  );
};
