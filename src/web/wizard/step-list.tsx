import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { RouterLink } from '../parts/router-link.tsx';
import { useWizardWords } from '../words/wizard-words.ts';
import { type Step, steps } from './steps.ts';

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
  short: { display: 'none', '@media (max-width: 60rem)': { display: 'block' } },
});

/** Where one is in the wizard. Each step of a draft that exists can be opened at any time. */
export const StepList = ({ step, id }: { step: Step; id: string | undefined }) => {
  const styles = useStyles();
  const words = useWizardWords();
  return (
    <nav aria-label={words.progress}>
      <Text className={styles.short}>
        {words.stepOf(steps.indexOf(step) + 1, steps.length)}: {words.steps[step]}
      </Text>
      <ol className={styles.list}>
        {steps.map((each, index) => {
          const className = mergeClasses(styles.item, each === step && styles.current);
          const text = `${index + 1}. ${words.steps[each]}`;
          return (
            <li key={each}>
              {id === undefined ? (
                <span className={className} {...(each === step ? { 'aria-current': 'step' as const } : {})}>
                  {text}
                </span>
              ) : (
                <RouterLink
                  to={`/associations/${id}/edit/${each}`}
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
