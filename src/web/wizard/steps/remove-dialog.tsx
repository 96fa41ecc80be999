import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
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
        <DialogBody>
          <DialogTitle>{words.removeTitle}</DialogTitle>
          <DialogContent>{words.removeText(fileName)}</DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.keepFile}</Button>
            <Button appearance="primary" onClick={onRemove}>
              {words.removeFile}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
