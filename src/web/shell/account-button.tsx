import { Button, makeStyles } from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { lazy, Suspense, useState } from 'react';
import { usePerson } from '../sign-in/session-context.ts';
import { useWords } from '../words/words-context.ts';

const AccountMenu = lazy(async () => ({ default: (await import('./account-menu.tsx')).AccountMenu }));

const useStyles = makeStyles({
  account: { '@media (max-width: 40rem)': { minWidth: 0 } },
  name: { '@media (max-width: 40rem)': { display: 'none' } },
});

/** Who is signed in. The menu behind it is loaded when it is first opened. */
export const AccountButton = () => {
  const styles = useStyles();
  const { shell } = useWords();
  const { name } = usePerson();
  const [wanted, setWanted] = useState(false);
  const button = (
    <Button
      className={styles.account}
      appearance="subtle"
      icon={<PersonRegular />}
      aria-label={shell.account(name)}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    >
      <span className={styles.name}>{name}</span>
    </Button>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <AccountMenu />
    </Suspense>
  ) : (
    button
  );
};
