import {
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
import type { Claim } from '../../../../client/generated.ts';
import { Hints, holderHints } from '../../claim/hints.tsx';
import { useProblemWords } from '../../parts/problem-words.ts';
import { RouterLink } from '../../parts/router-link.tsx';
import { useWizardWords } from '../../words/wizard-words.ts';
import { fieldId, useDraft } from '../draft/draft-context.ts';
import { useFieldLabel } from '../field-words.ts';
import { useFieldError } from '../fields.tsx';
import { inPageOrder, stepOf } from '../steps.ts';
import { useWizardStyles } from '../wizard-styles.ts';
import { PolicyLines } from './policy-lines.tsx';
import { Readiness } from './readiness.tsx';
import { RequestPreview } from './request-preview.tsx';
import { ReviewAnswers } from './review-answers.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalXS },
});

type Props = { acknowledged: boolean; onAcknowledge: (acknowledged: boolean) => void };

/** Step 6: everything once more, what is missing, what applies, what the customer will read, and the acknowledgement. */
export const ReviewStep = ({ acknowledged, onAcknowledge }: Props) => {
  const { claim } = useDraft();
  const words = useWizardWords();
  const error = useFieldError('acknowledged');
  if (claim === undefined) return null;
  return (
    <>
      <Text>{words.review}</Text>
      <Hints claim={claim} about={holderHints} />
      <Gaps claim={claim} acknowledged={acknowledged} />
      {claim.poe.some(({ scan }) => scan === 'pending') && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.beingChecked}</MessageBarBody>
        </MessageBar>
      )}
      <ReviewAnswers claim={claim} />
      {claim.poe.length > 0 && <Readiness claim={claim} />}
      <PolicyLines claim={claim} />
      <RequestPreview claim={claim} />
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

const Gaps = ({ claim: { id, missing, standing }, acknowledged }: { claim: Claim; acknowledged: boolean }) => {
  const styles = useStyles();
  const own = useWizardStyles();
  const words = useWizardWords();
  const wordsOf = useProblemWords();
  const labelOf = useFieldLabel();
  const { open } = useDraft();
  const gaps = inPageOrder([...open, ...missing]);
  if (gaps.length === 0 && acknowledged) {
    // A claim that stands in the way has its hint above.
    if (standing !== undefined) return null;
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
