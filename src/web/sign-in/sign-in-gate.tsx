import { Button, makeStyles, Subtitle1, Text, Title2, tokens } from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useWords } from '../words/words-context.ts';
import { useSession, useSessionState } from './session-context.ts';

const SignedOutDialog = lazy(async () => ({ default: (await import('./signed-out-dialog.tsx')).SignedOutDialog }));

const useStyles = makeStyles({
  page: {
    minHeight: '100%',
    display: 'grid',
    placeItems: 'center',
    padding: tokens.spacingHorizontalL,
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  sheet: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    justifyItems: 'start',
    maxWidth: '34rem',
    padding: tokens.spacingHorizontalXXXL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
  mark: { width: '48px', height: '48px' },
});

/** Lets those through who are signed in; shows all others where to sign in. */
export const SignInGate = ({ isSetUp, children }: { isSetUp: boolean; children: ReactNode }) => {
  const state = useSessionState();
  // Once there, it is closed rather than taken away.
  const [hasExpired, setExpired] = useState(false);
  if (state.kind === 'expired' && !hasExpired) setExpired(true);
  if (state.kind === 'signed-out') return <SignInPage isSetUp={isSetUp} />;
  return (
    <>
      {children}
      {hasExpired && (
        <Suspense fallback={null}>
          <SignedOutDialog open={state.kind === 'expired'} />
        </Suspense>
      )}
    </>
  );
};

const SignInPage = ({ isSetUp }: { isSetUp: boolean }) => {
  const styles = useStyles();
  const { signIn: words } = useWords();
  const session = useSession();
  const [leaving, setLeaving] = useState(isSetUp && session.wasSignedIn);
  const [failed, setFailed] = useState(false);
  const leave = () => {
    setLeaving(true);
    session.signIn().catch(() => {
      setLeaving(false);
      setFailed(true);
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for who has been here before.
  useEffect(() => {
    if (leaving) leave();
  }, []);
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <img className={styles.mark} src="/favicon.svg" alt="" />
        <Title2 as="h1">{words.title}</Title2>
        <Subtitle1 as="p">{words.promise}</Subtitle1>
        <Text>{words.how}</Text>
        {failed && <Text role="alert">{words.failed}</Text>}
        {!isSetUp && <Text role="alert">{words.notSetUp}</Text>}
        {isSetUp && leaving && <Text role="status">{words.leaving}</Text>}
        {isSetUp && !leaving && (
          <Button appearance="primary" size="large" onClick={leave}>
            {words.action}
          </Button>
        )}
      </div>
    </main>
  );
};
