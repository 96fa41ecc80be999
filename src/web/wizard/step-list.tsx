import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Claim } from '../../../client/generated.ts';
import { RouterLink } from '../parts/router-link.tsx';
import { useWizardWords } from '../words/wizard-words.ts';
import { useDraft } from './draft/draft-context.ts';
import { type Step, stepOf, steps } from './steps.ts';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    '@media (max-width: 60rem)': { display: 'none' },
  },
  item: {
    display: 'block',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
  current: {
    borderLeftColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  short: { display: 'none', '@media (max-width: 60rem)': { display: 'block' } },
});

/** Where one is in the wizard. Each step of a draft that exists can be opened at any time. */
export const StepList = ({ step, claim }: { step: Step; claim: Claim | undefined }) => {
  const styles = useStyles();
  const words = useWizardWords();
  const { open, errors } = useDraft();
  // What was refused is not in the claim, whose former answer lacks nothing.
  const undone = new Set([...(claim?.missing ?? []), ...open, ...errors].map(stepOf));
  return (
    <nav aria-label={words.progress}>
      <Text className={styles.short}>
        {words.stepOf(steps.indexOf(step) + 1, steps.length)}: {words.steps[step]}
      </Text>
      <ol className={styles.list}>
        {steps.map((each, index) => {
          const className = mergeClasses(styles.item, each === step && styles.current);
          // Reviewing is done when the claim is submitted.
          const mark = claim === undefined || each === 'review' ? undefined : undone.has(each) ? 'incomplete' : 'done';
          const text = (
            <>
              {index + 1}. {words.steps[each]}
              {mark === 'done' && <span aria-hidden>{'\u00A0✓'}</span>}
              {mark !== undefined && <span className={styles.hidden}> ({words.stepMarks[mark]})</span>}
            </>
          );
          return (
            <li key={each}>
              {claim === undefined ? (
                <span className={className} {...(each === step ? { 'aria-current': 'step' as const } : {})}>
                  {text}
                </span>
              ) : (
                <RouterLink
                  to={`/associations/${claim.id}/edit/${each}`}
                  appearance="subtle"
                  className={className}
                  {...(each === step ? { 'aria-current': 'step' as const } : {})}
                >
                  {text}
                </RouterLink>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
