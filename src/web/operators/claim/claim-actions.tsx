import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import type { OperatorClaimView } from '../../../../client/generated.ts';
import { orThrow } from '../../../../client/result.ts';
import { useApi } from '../../api/api-context.ts';
import { Card } from '../../parts/page.tsx';
import { useOperatorWords } from '../../words/operator-words.ts';
import { ReasonButton } from '../reason-button.tsx';
import { ActionItem } from './action-item.tsx';
import { ProcessActions } from './process-actions.tsx';
import { RedriveButton } from './redrive-button.tsx';
import { RequestActions } from './request-actions.tsx';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
});

const over = ['declined', 'expired', 'withdrawn', 'cancelled', 'ended'];

type Props = { view: OperatorClaimView; onDone: (said: string) => void };

/** What an operator can do with a claim, each with what it does now, or why not. */
export const ClaimActions = ({ view: { claim, orchestration, redrive, hold }, onDone }: Props) => {
  const styles = useStyles();
  const { claim: words, plan } = useOperatorWords();
  const api = useApi();
  const { id } = claim;
  const path = { id };
  const setHold = (held: boolean) => async (reason: string) => {
    orThrow(await api.call('holdClaim', { path, body: { held, reason } }));
    return held ? words.held : words.released;
  };
  const erase = async (reason: string): Promise<string> => {
    orThrow(await api.call('eraseContact', { path, body: { reason } }));
    return words.erased;
  };
  const canErase = over.includes(claim.status) && claim.contactErasedAt === undefined;
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.actions}</Subtitle1>
      <ul className={styles.list}>
        <ActionItem text={plan[redrive.does]}>
          <RedriveButton
            id={id}
            does={redrive.does}
            appearance={redrive.does === 'nothing' ? 'secondary' : 'primary'}
            onDone={onDone}
          />
        </ActionItem>
        {orchestration === 'suspended' && <ProcessActions id={id} onDone={onDone} />}
        <RequestActions claim={claim} onDone={onDone} />
        <ActionItem text={hold ? words.releaseText : words.holdText}>
          {/* Two buttons, not one that changes its name, so that each keeps what was typed for it. */}
          {hold ? (
            <ReasonButton
              key="release"
              name={words.release}
              text={words.releaseText}
              run={setHold(false)}
              onDone={onDone}
            />
          ) : (
            <ReasonButton
              key="hold"
              name={words.holdAction}
              text={words.holdText}
              run={setHold(true)}
              onDone={onDone}
            />
          )}
        </ActionItem>
        <ActionItem text={canErase ? words.eraseText : words.eraseWhen}>
          {canErase && <ReasonButton name={words.erase} text={words.eraseText} run={erase} onDone={onDone} />}
        </ActionItem>
      </ul>
    </Card>
  );
};
