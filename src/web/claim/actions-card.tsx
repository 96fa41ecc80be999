import { Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Claim } from '../../../client/generated.ts';
import { useAsked } from '../parts/dialog-state.ts';
import { Card } from '../parts/page.tsx';
import { usePerson } from '../sign-in/session-context.ts';
import { useClaimWords } from '../words/claim-words.ts';
import { useFormats } from '../words/format.ts';
import { ActionDialog, type AskedAction } from './action-dialog.tsx';
import { StandingClaims } from './standing-claims.tsx';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  action: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  not: { display: 'grid', gap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalS },
});

const askedActions: readonly AskedAction[] = ['resend', 'change-contact', 'copy', 'withdraw', 'disassociate', 'cancel'];
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
  const others = (mentioned[claim.status] ?? []).filter((action) => !allowed.includes(action));
  const waits = useIsAhead(claim.resendFrom);
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
            <Button
              appearance={action === 'edit' ? 'primary' : 'secondary'}
              disabledFocusable={action === 'resend' && waits}
              onClick={() => begin(action)}
            >
              {words.action[action].name}
            </Button>
            <Text size={200} className={styles.quiet}>
              {words.action[action].does}{' '}
              {action === 'resend' && waits && claim.resendFrom
                ? words.resendFrom(formats.distance(claim.resendFrom), formats.moment(claim.resendFrom))
                : ''}
            </Text>
          </li>
        ))}
      </ul>
      {mayAct && others.length > 0 && (
        <div className={styles.not}>
          <Text weight="semibold">{words.notNow}</Text>
          <ul className={styles.list}>
            {others.map((action) => (
              <li key={action}>
                <Text size={200} className={styles.quiet}>
                  {words.action[action].name}: <NotNow claim={claim} action={action} />
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

/** Whether the instant is still to come; updates when it has passed. */
const useIsAhead = (instant: string | undefined): boolean => {
  const [now, setNow] = useState(Date.now);
  const ms = instant === undefined ? 0 : new Date(instant).getTime() - now;
  useEffect(() => {
    if (ms <= 0) return undefined;
    // A minute at most, so that the time in words stays right.
    const timer = setTimeout(() => setNow(Date.now()), Math.min(ms, 60_000));
    return () => clearTimeout(timer);
  }, [ms]);
  return ms > 0;
};

/** Why an action is not possible. */
const NotNow = ({ claim, action }: { claim: Claim; action: (typeof shown)[number] }) => {
  const words = useClaimWords();
  const code = claim.notAllowed.find((refused) => refused.action === action)?.code;
  if (code === 'claim-incomplete') return words.notBecause.incomplete(claim.missing.length);
  if (code === 'under-inquiry') return words.notBecause.underInquiry;
  if (code === 'too-many-resends') return words.notBecause.askedEnough;
  if (code !== 'duplicate-claim') return words.action[action].not;
  return (
    <>
      {words.notBecause.duplicate} <StandingClaims standing={claim.standing} />
    </>
  );
};
