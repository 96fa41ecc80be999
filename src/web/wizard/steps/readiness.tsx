import { Badge, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { Claim } from '../../../../client/generated.ts';
import { useClaimWords } from '../../words/claim-words.ts';
import { useWizardWords } from '../../words/wizard-words.ts';
import { useWizardStyles } from '../wizard-styles.ts';

const useStyles = makeStyles({
  plain: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  readiness: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  state: { flexShrink: 0 },
});

/** Advice only: what keeps a claim from being submitted is listed above. */
const stateColors = { ok: 'success', check: 'informative', missing: 'informative' } as const;

/** How the proof looks, one line per reason for refusing it. */
export const Readiness = ({ claim: { readiness } }: { claim: Claim }) => {
  const styles = useStyles();
  const own = useWizardStyles();
  const words = useWizardWords();
  const { readinessOf } = useClaimWords();
  return (
    <section className={own.section} aria-label={words.readiness}>
      <Subtitle1 as="h2">{words.readiness}</Subtitle1>
      <ul className={styles.plain}>
        {readiness.map(({ reason, state, message }) => (
          <li key={reason} className={styles.readiness}>
            <Badge className={styles.state} appearance="tint" color={stateColors[state]}>
              {words.readinessState[state]}
            </Badge>
            <Text>{readinessOf?.[reason][state] ?? message}</Text>
          </li>
        ))}
      </ul>
    </section>
  );
};
