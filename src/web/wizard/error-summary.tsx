import { Link, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { FieldError } from '../../../client/generated.ts';
import { useProblemWords } from '../parts/problem-words.ts';
import { useWizardWords } from '../words/wizard-words.ts';
import { fieldId } from './draft/draft-context.ts';
import { useFieldLabel } from './field-words.ts';
import { focusField } from './focus-field.ts';
import { inPageOrder } from './steps.ts';

const useStyles = makeStyles({
  summary: { marginBottom: tokens.spacingVerticalL, ':focus': { outline: 'none' } },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalXL },
});

/** All that is wrong on a page, each a link to its field. It takes the focus when it comes. */
export const ErrorSummary = ({ errors }: { errors: FieldError[] }) => {
  const styles = useStyles();
  const words = useWizardWords();
  const wordsOf = useProblemWords();
  const labelOf = useFieldLabel();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) summary.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={summary} tabIndex={-1} className={styles.summary}>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.summary(errors.length)}</MessageBarTitle>
          <ul className={styles.list}>
            {inPageOrder(errors).map((error) => (
              <li key={`${error.path} ${error.code}`}>
                <Link
                  href={`#${fieldId(error.path)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    focusField(error.path);
                  }}
                >
                  {labelOf(error.path)}
                  {wordsOf(error)}
                </Link>
              </li>
            ))}
          </ul>
        </MessageBarBody>
      </MessageBar>
    </div>
  );
};
