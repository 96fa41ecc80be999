import { Dialog, DialogSurface } from '@fluentui/react-components';
import { DialogForm } from '../../parts/dialog-form.tsx';
import { useReturnFocus } from '../../parts/dialog-state.ts';
import { useWizardWords } from '../../words/wizard-words.ts';

type Props = { open: boolean; fileName: string; onClose: () => void; onRemove: () => void };

/** Asks before a proof file is removed: it can't be brought back. */
export const RemoveDialog = ({ open, fileName, onClose, onRemove }: Props) => {
  const { upload: words } = useWizardWords();
  useReturnFocus(open);
  return (
    <Dialog open={open} onOpenChange={onClose}>
      <DialogSurface>
        <DialogForm
          title={words.removeTitle}
          text={words.removeText(fileName)}
          cancel={words.keepFile}
          submit={words.removeFile}
          onCancel={onClose}
          onSubmit={onRemove}
        />
      </DialogSurface>
    </Dialog>
  );
};
