import { Text } from '@fluentui/react-components';
import { useWizardWords } from '../../words/wizard-words.ts';
import { useWizardStyles } from '../wizard-styles.ts';
import { useDraft } from './draft-context.ts';

/** Whether everything is saved, said to screen readers as well. */
export const SaveStateText = () => {
  const styles = useWizardStyles();
  const words = useWizardWords();
  const { state, claim } = useDraft();
  const texts = {
    idle: claim === undefined ? words.begun : '',
    saving: words.saving,
    saved: words.saved,
    unsaved: words.unsaved,
  };
  return (
    <Text role="status" size={200} className={styles.state}>
      {texts[state]}
    </Text>
  );
};
