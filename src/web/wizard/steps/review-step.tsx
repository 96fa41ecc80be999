import {
  Badge,
  Checkbox,
  Field,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Claim } from '../../../../client/generated.ts';
import { orThrow } from '../../../../client/result.ts';
import { useApi } from '../../api/api-context.ts';
import { useClaimFacts } from '../../claim/claim-facts.tsx';
import { Facts } from '../../parts/facts.tsx';
import { RouterLink } from '../../parts/router-link.tsx';
import { ProofFiles } from '../../proof/proof-files.tsx';
import { useWizardWords } from '../../words/wizard-words.ts';
import { fieldId, useDraft } from '../draft/draft-context.ts';
import { useFieldError, useFieldLabel, useProblemWords } from '../fields.tsx';
import { inPageOrder, type Step, stepOf, steps } from '../steps.ts';
import { useWizardStyles } from '../wizard-styles.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalXS },
  plain: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  changes: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}` },
  readiness: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  state: { flexShrink: 0 },
  mail: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    margin: 0,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: 'inherit',
  },
});

type Props = { acknowledged: boolean; onAcknowledge: (acknowledged: boolean) => void };

/** Step 6: everything once more, what is missing, what the customer will read, and the acknowledgement. */
export const ReviewStep = ({ acknowledged, onAcknowledge }: Props) => {
  const { claim } = useDraft();
  const words = useWizardWords();
  const error = useFieldError('acknowledged');
  if (claim === undefined) return null;
  return (
    <>
      <Text>{words.review}</Text>
      <Gaps claim={claim} acknowledged={acknowledged} />
      <Answers claim={claim} />
      {claim.poe.length > 0 && (
        <>
          <ProofFiles claim={claim} />
          <Readiness claim={claim} />
        </>
      )}
      <Preview claim={claim} />
      <Field {...error}>
        <Checkbox
          id={fieldId('acknowledged')}
          checked={acknowledged}
          label={words.acknowledge}
          onChange={(_event, { checked }) => onAcknowledge(checked === true)}
        />
      </Field>
    </>
  );
};

const Gaps = ({ claim: { id, missing }, acknowledged }: { claim: Claim; acknowledged: boolean }) => {
  const styles = useStyles();
  const own = useWizardStyles();
  const words = useWizardWords();
  const wordsOf = useProblemWords();
  const labelOf = useFieldLabel();
  const { open } = useDraft();
  const gaps = inPageOrder([...open, ...missing]);
  if (gaps.length === 0 && acknowledged) {
    return (
      <MessageBar intent="success">
        <MessageBarBody>{words.ready}</MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <section className={own.section} aria-label={words.gaps}>
      <Subtitle1 as="h2">{words.gaps}</Subtitle1>
      <ul className={styles.list}>
        {gaps.map((gap) => (
          <li key={`${gap.path} ${gap.code}`}>
            <RouterLink to={`/associations/${id}/edit/${stepOf(gap)}?field=${gap.path}`}>
              {labelOf(gap.path) || `${words.steps[stepOf(gap)]}: `}
              {wordsOf(gap)}
            </RouterLink>
          </li>
        ))}
        {!acknowledged && (
          <li>
            <Link
              href={`#${fieldId('acknowledged')}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId('acknowledged'))?.focus();
              }}
            >
              {words.unacknowledged}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
};

const Answers = ({ claim }: { claim: Claim }) => {
  const styles = useStyles();
  const words = useWizardWords();
  const facts = useClaimFacts(claim);
  const editable: Step[] = steps.filter((step) => step !== 'review');
  return (
    <>
      <Facts facts={[{ name: words.name, value: claim.name ?? words.empty }, ...facts]} />
      <nav className={styles.changes} aria-label={words.changeShort}>
        {editable.map((step) => (
          <RouterLink key={step} to={`/associations/${claim.id}/edit/${step}`}>
            {words.change(words.steps[step])}
          </RouterLink>
        ))}
      </nav>
    </>
  );
};

/** Advice only: what keeps a claim from being submitted is listed above. */
const stateColors = { ok: 'success', check: 'informative', missing: 'informative' } as const;

const Readiness = ({ claim: { readiness } }: { claim: Claim }) => {
  const styles = useStyles();
  const own = useWizardStyles();
  const words = useWizardWords();
  return (
    <section className={own.section} aria-label={words.readiness}>
      <Subtitle1 as="h2">{words.readiness}</Subtitle1>
      <ul className={styles.plain}>
        {readiness.map(({ reason, state, message }) => (
          <li key={reason} className={styles.readiness}>
            <Badge className={styles.state} appearance="tint" color={stateColors[state]}>
              {words.readinessState[state]}
            </Badge>
            <Text>{message}</Text>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The mail as it will leave. As text: the page may show no document of another style. */
const Preview = ({ claim }: { claim: Claim }) => {
  const styles = useStyles();
  const own = useWizardStyles();
  const words = useWizardWords();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['preview', claim.id, claim.updatedAt],
    queryFn: async ({ signal }) => orThrow(await api.call('previewRequest', { path: { id: claim.id }, signal })).data,
    retry: false,
  });
  if (data === undefined) return null;
  return (
    <section className={own.section} aria-label={words.preview}>
      <Subtitle1 as="h2">{words.preview}</Subtitle1>
      <Text className={own.quiet}>{words.previewHint}</Text>
      <p>
        <Text weight="semibold">{words.to}:</Text> {claim.customerContact?.email ?? words.empty}
        <br />
        <Text weight="semibold">{words.subject}:</Text> {data.subject}
      </p>
      <pre className={styles.mail}>{data.text}</pre>
    </section>
  );
};
