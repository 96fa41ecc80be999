import { orThrow } from '../../../../client/result.ts';
import { useApi } from '../../api/api-context.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { ReasonButton } from '../reason-button.tsx';
import { ActionItem } from './action-item.tsx';

/** What operators do to the suspended process of a claim. */
export const ProcessActions = ({ id, onDone }: { id: string; onDone: (said: string) => void }) => {
  const { process: words } = useOperatorWords();
  const api = useApi();
  const path = { id };
  const resume = async (reason: string): Promise<string> => {
    orThrow(await api.call('resumeOrchestration', { path, body: { reason } }));
    return words.resumed;
  };
  const restart = async (reason: string): Promise<string> => {
    orThrow(await api.call('restartOrchestration', { path, body: { reason } }));
    return words.restarted;
  };
  return (
    <>
      <ActionItem text={words.resumeText}>
        <ReasonButton name={words.resume} text={words.resumeText} run={resume} onDone={onDone} />
      </ActionItem>
      <ActionItem text={words.restartText}>
        <ReasonButton name={words.restart} text={words.restartText} run={restart} onDone={onDone} />
      </ActionItem>
    </>
  );
};
