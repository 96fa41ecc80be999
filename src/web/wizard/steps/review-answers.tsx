import { makeStyles, mergeClasses, Subtitle1, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Claim } from '../../../../client/generated.ts';
import { Facts } from '../../parts/facts.tsx';
import { RouterLink } from '../../parts/router-link.tsx';
import { useWizardWords } from '../../words/wizard-words.ts';
import { useDraft } from '../draft/draft-context.ts';
import { type Step, stepOf, steps } from '../steps.ts';
import { useWizardStyles } from '../wizard-styles.ts';
import { type Answer, useAnswers } from './use-answers.ts';

const useStyles = makeStyles({
  step: { paddingTop: tokens.spacingVerticalM },
  answer: { display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: tokens.spacingHorizontalM },
  lines: { display: 'grid', minWidth: 0 },
  empty: { color: tokens.colorNeutralForeground3 },
  change: { flexShrink: 0 },
});

/** The answers of a draft and those that are still missing, each with a link to its field. Optional ones without an answer are left out. */
export const ReviewAnswers = ({ claim }: { claim: Claim }) => {
  const words = useWizardWords();
  const own = useWizardStyles();
  const styles = useStyles();
  const { open } = useDraft();
  const missing = new Set([...open, ...claim.missing].map(({ path }) => path));
  const answers = useAnswers(claim).filter(({ path, lines }) => lines.length > 0 || missing.has(path));
  const answered: Step[] = steps.filter((step) => step !== 'review');
  return (
    <section className={own.section} aria-label={words.answers}>
      <Subtitle1 as="h2">{words.answers}</Subtitle1>
      {answered.map((step) => (
        <section key={step} className={mergeClasses(own.section, styles.step)} aria-label={words.steps[step]}>
          <Subtitle2 as="h3">{words.steps[step]}</Subtitle2>
          <Facts
            facts={answers
              .filter((answer) => stepOf(answer) === step)
              .map((answer) => ({
                name: answer.name,
                value: <AnswerLine id={claim.id} step={step} answer={answer} />,
              }))}
          />
        </section>
      ))}
    </section>
  );
};

const AnswerLine = ({ id, step, answer: { path, name, lines } }: { id: string; step: Step; answer: Answer }) => {
  const styles = useStyles();
  const words = useWizardWords();
  const shown: ReactNode =
    lines.length === 0 ? (
      <Text className={styles.empty}>{words.empty}</Text>
    ) : (
      lines.map((line) => <Text key={line}>{line}</Text>)
    );
  return (
    <div className={styles.answer}>
      <div className={styles.lines}>{shown}</div>
      <RouterLink
        to={`/associations/${id}/edit/${step}?field=${path}`}
        className={styles.change}
        aria-label={words.change(name)}
      >
        {words.changeShort}
      </RouterLink>
    </div>
  );
};
