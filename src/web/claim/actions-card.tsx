import { Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useNavigate } from 'react-router';
import type { Claim } from '../../../client/generated.ts';
import { useAsked } from '../parts/dialog-state.ts';
import { Card } from '../parts/page.tsx';
import { usePerson } from '../sign-in/session-context.ts';
import { useClaimWords } from '../words/claim-words.ts';
import { useFormats } from '../words/format.ts';
import { ActionDialog, type AskedAction } from './action-dialog.tsx';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  action: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  not: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, paddingTop: tokens.spacingVerticalS },
  notItem: { margin: 0 },
});

const askedActions: readonly AskedAction[] = ['resend', 'change-contact', 'withdraw', 'disassociate', 'copy', 'cancel'];
/** Actions that have a button here; the others have their own place on the page. */
const shown = ['edit', 'submit', ...askedActions] as const;
/** What has no meaning for a claim of another status is not worth a line. */
const mentioned: Record<string, readonly (typeof shown)[number][]> = {
  draft: ['submit'],
  submitted: ['edit', 'resend', 'change-contact'],
};

/** What can be done with the claim, each with what it does; and what cannot, with why. */
export const ActionsCard = ({ claim }: { claim: Claim }) => {
  const styles = useStyles();
  const words = useClaimWords();
  const formats = useFormats();
  const navigate = useNavigate();
  const { roles } = usePerson();
  const { asked, ask, close } = useAsked<AskedAction>();
  const mayAct = roles.includes('Partner.Admin');
  const allowed = shown.filter((action) => claim.allowedActions.includes(action));
  const others = mayAct
    ? (mentioned[claim.status] ?? []).filter((action) => !allowed.includes(action))
    : shown.slice(1, 2);
  const begin = (action: (typeof shown)[number]): void => {
    if (action === 'edit') void navigate(`/associations/${claim.id}/edit/customer`);
    else if (action === 'submit') void navigate(`/associations/${claim.id}/edit/review`);
    else ask(action);
  };
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.actions}</Subtitle1>
      {!mayAct && <Text className={styles.quiet}>{words.readerOnly}</Text>}
      <ul className={styles.list}>
        {allowed.map((action) => (
          <li key={action} className={styles.action}>
            <Button appearance={action === 'edit' ? 'primary' : 'secondary'} onClick={() => begin(action)}>
              {words.action[action].name}
            </Button>
            <Text size={200} className={styles.quiet}>
              {words.action[action].does}{' '}
              {action === 'resend' && claim.resendFrom && new Date(claim.resendFrom).getTime() > Date.now()
                ? words.resendFrom(formats.moment(claim.resendFrom))
                : ''}
            </Text>
          </li>
        ))}
      </ul>
      {mayAct && others.length > 0 && (
        <div>
          <Text weight="semibold">{words.notNow}</Text>
          <ul className={styles.list}>
            {others.map((action) => (
              <li key={action}>
                <Text size={200} className={styles.quiet}>
                  {words.action[action].not}
                </Text>
              </li>
            ))}
          </ul>
        </div>
      )}
      {asked && <ActionDialog key={asked.count} action={asked.what} claim={claim} open={asked.open} onClose={close} />}
    </Card>
  );
};
