import { orThrow } from '../../../../client/result.ts';
import { useApi } from '../../api/api-context.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { ReasonButton } from '../reason-button.tsx';

type Props = { state: 'stuck' | 'attention'; onDone: (said: string) => void };

/** Redrives all claims of a list, or those whose reason has a text: call by call, until the list is through. */
export const RedriveMany = ({ state, onDone }: Props) => {
  const words = useOperatorWords();
  const api = useApi();
  const run = async (reason: string, matching: string): Promise<string> => {
    const only = matching === '' ? {} : { matching };
    let [done, refused] = [0, 0];
    let after: string | undefined;
    do {
      const body = { state, reason, ...only, ...(after === undefined ? {} : { after }) };
      const { value, next } = orThrow(await api.call('redriveAll', { body })).data;
      done += value.filter(({ outcome }) => outcome === 'redriven').length;
      refused += value.filter(({ outcome }) => outcome !== 'redriven').length;
      after = next;
    } while (after !== undefined);
    return words.redrivenMany(done, refused);
  };
  return (
    <ReasonButton
      name={words.redriveMany}
      text={words.redriveManyText[state]}
      further={{ label: words.matching, hint: words.matchingHint }}
      run={run}
      onDone={onDone}
    />
  );
};
