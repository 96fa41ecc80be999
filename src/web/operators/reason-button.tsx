import { Button, type ButtonProps, useRestoreFocusTarget } from '@fluentui/react-components';
import { type AskedAction, useAskReason } from './ask-reason.ts';

type Props = Omit<AskedAction, 'title'> & {
  /** In place of the name, where several buttons have the same one. */
  label?: string;
  /** Where the action would be refused; the text beside the button says why. */
  disabled?: boolean;
  appearance?: ButtonProps['appearance'];
  size?: ButtonProps['size'];
};

/** A button for what operators do; it asks for the reason, and gets the focus back. */
export const ReasonButton = ({
  label,
  disabled = false,
  appearance = 'secondary',
  size = 'medium',
  ...action
}: Props) => {
  const ask = useAskReason();
  const focusTarget = useRestoreFocusTarget();
  return (
    <Button
      {...focusTarget}
      {...(label === undefined ? {} : { 'aria-label': label })}
      appearance={appearance}
      size={size}
      disabledFocusable={disabled}
      onClick={() => ask({ ...action, title: label ?? action.name })}
    >
      {action.name}
    </Button>
  );
};
