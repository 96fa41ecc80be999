import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Text,
} from '@fluentui/react-components';
import { Facts } from '../../parts/facts.tsx';
import { useWizardWords } from '../../words/wizard-words.ts';
import { stepOf } from '../steps.ts';
import type { Clash } from './use-saved-draft.ts';

const shown = (value: unknown, empty: string): string => {
  if (value === undefined || value === null || value === '') return empty;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Another tab changed what is being typed here: both are shown, and the person chooses. */
export const ConflictDialog = ({ clashes, onSettle }: { clashes: Clash[]; onSettle: (keepMine: boolean) => void }) => {
  const words = useWizardWords();
  return (
    <Dialog open={clashes.length > 0} modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.conflictTitle}</DialogTitle>
          <DialogContent>
            <p>{words.conflict}</p>
            {clashes.map(({ path, theirs, mine }) => (
              <div key={path}>
                <Text weight="semibold">{words.steps[stepOf({ path })]}</Text>
                <Facts
                  facts={[
                    { name: words.theirs, value: shown(theirs, words.empty) },
                    { name: words.mine, value: shown(mine, words.empty) },
                  ]}
                />
              </div>
            ))}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => onSettle(false)}>{words.takeTheirs}</Button>
            <Button appearance="primary" onClick={() => onSettle(true)}>
              {words.keepMine}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
