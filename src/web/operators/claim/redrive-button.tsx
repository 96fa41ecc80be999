import type { ButtonProps } from '@fluentui/react-components';
import type { OperatorClaimView } from '../../../../client/generated.ts';
import { orThrow } from '../../../../client/result.ts';
import { useApi } from '../../api/api-context.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { ReasonButton } from '../reason-button.tsx';

type Props = {
  id: string;
  does: OperatorClaimView['redrive']['does'];
  onDone: (said: string) => void;
  appearance?: ButtonProps['appearance'];
  size?: ButtonProps['size'];
};

/** Redrives one claim, after saying what that does now. */
export const RedriveButton = ({ id, does, ...rest }: Props) => {
  const words = useOperatorWords();
  const api = useApi();
  return (
    <ReasonButton
      name={words.redrive}
      label={words.redriveOf(id)}
      text={words.plan[does]}
      disabled={does === 'nothing'}
      run={async (reason) => {
        orThrow(await api.call('redriveClaim', { path: { id }, body: { reason } }));
        return words.redriven(id);
      }}
      {...rest}
    />
  );
};
