import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ fields: { display: 'grid', gap: tokens.spacingVerticalM } });

type Props = {
  title: string;
  /** What happens. */
  text: string;
  /** Why it failed, where no field is to blame. */
  error?: string | undefined;
  /** Labels of the two buttons. */
  cancel: string;
  submit: string;
  /** It ends something: its button is not the primary one. */
  isEnding?: boolean;
  isPending?: boolean;
  onCancel: () => void;
  onSubmit: () => void;
  children?: ReactNode;
};

/** The inside of a dialog that asks before it acts: what happens, the fields, and the two ways out. */
export const DialogForm = ({
  title,
  text,
  error,
  cancel,
  submit,
  isEnding = false,
  isPending = false,
  onCancel,
  onSubmit,
  children,
}: Props) => {
  const styles = useStyles();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) onSubmit();
      }}
    >
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent className={styles.fields}>
          <Text>{text}</Text>
          {error !== undefined && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{error}</MessageBarBody>
            </MessageBar>
          )}
          {children}
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel}>{cancel}</Button>
          <Button appearance={isEnding ? 'secondary' : 'primary'} type="submit" disabledFocusable={isPending}>
            {submit}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
};
