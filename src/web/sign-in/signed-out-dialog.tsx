import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../words/words-context.ts';
import { useSession } from './session-context.ts';

/** Over the page whose sign-in has expired: what was typed stays where it is. */
export const SignedOutDialog = ({ open }: { open: boolean }) => {
  const { signIn: words } = useWords();
  const session = useSession();
  const [failed, setFailed] = useState(false);
  return (
    <Dialog open={open} modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.expiredTitle}</DialogTitle>
          <DialogContent>{failed ? words.expiredFailed : words.expired}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => session.signInAgain().catch(() => setFailed(true))}>
              {words.again}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
