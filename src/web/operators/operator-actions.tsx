import { Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { OperatorClaimView } from '../../../client/generated.ts';
import { orThrow } from '../../../client/result.ts';
import { useApi } from '../api/api-context.ts';
import { Card } from '../parts/page.tsx';
import { useOperatorWords } from '../words/operator-words.ts';
import { type Asked, ReasonDialog } from './reason-dialog.tsx';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM },
  action: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What an operator can do with a claim; each action asks for its reason. */
export const OperatorActions = ({ view: { claim, hold } }: { view: OperatorClaimView }) => {
  const styles = useStyles();
  const words = useOperatorWords();
  const api = useApi();
  const [asked, setAsked] = useState<Asked>();
  const path = { id: claim.id };
  const done = (result: Promise<Parameters<typeof orThrow>[0]>) => result.then(orThrow).then(() => undefined);
  const held = hold !== undefined;
  const actions: Asked[] = [
    {
      name: words.redrive,
      does: words.redriveDoes,
      run: (reason) => done(api.call('redriveClaim', { path, body: { reason } })),
    },
    {
      name: words.comment,
      does: words.commentDoes,
      label: words.commentLabel,
      run: (text) => done(api.call('commentAsOperator', { path, body: { text } })),
    },
    {
      name: held ? words.release : words.hold,
      does: held ? words.releaseDoes : words.holdDoes,
      run: (reason) => done(api.call('holdClaim', { path, body: { held: !held, reason } })),
    },
    {
      name: words.erase,
      does: words.eraseDoes,
      run: (reason) => done(api.call('eraseContact', { path, body: { reason } })),
    },
  ];
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.claimActions}</Subtitle1>
      {actions.map((action) => (
        <div key={action.name} className={styles.action}>
          <Button onClick={() => setAsked(action)}>{action.name}</Button>
          <Text size={200} className={styles.quiet}>
            {action.does}
          </Text>
        </div>
      ))}
      {asked && <ReasonDialog asked={asked} onClose={() => setAsked(undefined)} />}
    </Card>
  );
};
