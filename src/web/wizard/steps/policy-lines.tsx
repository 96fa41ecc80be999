import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import type { Claim } from '../../../../client/generated.ts';
import { useWizardWords } from '../../words/wizard-words.ts';
import { useWizardStyles } from '../wizard-styles.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalXS },
});

/** What applies to the claim: how long the customer has, what silence means, whether a template or a code is needed. */
export const PolicyLines = ({ claim: { policy } }: { claim: Claim }) => {
  const styles = useStyles();
  const own = useWizardStyles();
  const words = useWizardWords().policy;
  const { windowBusinessDays, reminderDays, onSilence, templateMandatory, secondFactor } = policy;
  return (
    <section className={own.section} aria-label={words.title}>
      <Subtitle1 as="h2">{words.title}</Subtitle1>
      <ul className={styles.list}>
        <li>{words.window(windowBusinessDays)}</li>
        <li>{words.reminders(reminderDays)}</li>
        <li>{words.silence[onSilence]}</li>
        <li>{templateMandatory ? words.template : words.noTemplate}</li>
        <li>{secondFactor ? words.code : words.noCode}</li>
      </ul>
    </section>
  );
};
