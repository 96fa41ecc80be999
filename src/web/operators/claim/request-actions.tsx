import type { OperatorClaimView } from '../../../../client/generated.ts';
import { orThrow } from '../../../../client/result.ts';
import { useApi } from '../../api/api-context.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { ReasonButton } from '../reason-button.tsx';
import { ActionItem } from './action-item.tsx';

type Props = { claim: OperatorClaimView['claim']; onDone: (said: string) => void };

/** What operators do to a request that waits for the customer, or to the association that came of it. */
export const RequestActions = ({ claim: { id, status }, onDone }: Props) => {
  const { request: words } = useOperatorWords();
  const api = useApi();
  const path = { id };
  const stop = async (reason: string): Promise<string> => {
    orThrow(await api.call('stopRequest', { path, body: { reason } }));
    return words.stopped;
  };
  const end = async (reason: string): Promise<string> => {
    orThrow(await api.call('endAssociation', { path, body: { reason } }));
    return words.ended;
  };
  return (
    <>
      {status === 'submitted' && (
        <ActionItem text={words.stopText}>
          <ReasonButton name={words.stop} text={words.stopText} run={stop} onDone={onDone} />
        </ActionItem>
      )}
      {status === 'approved' && (
        <ActionItem text={words.endText}>
          <ReasonButton name={words.end} text={words.endText} run={end} onDone={onDone} />
        </ActionItem>
      )}
    </>
  );
};
