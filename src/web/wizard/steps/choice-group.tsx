import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { fieldId } from '../draft/draft-context.ts';
import { useFieldError } from '../fields.tsx';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0, ':focus': { outline: 'none' } },
  legend: { padding: 0 },
  star: { color: tokens.colorPaletteRedForeground1 },
  wrong: { display: 'block', color: tokens.colorPaletteRedForeground1 },
  hint: { display: 'block', color: tokens.colorNeutralForeground3 },
});

type Props = { path: string; label: string; hint: string; children: ReactNode };

/** Several boxes to tick, of which at least one is required. Fluent's Field is for a single control. */
export const ChoiceGroup = ({ path, label, hint, children }: Props) => {
  const styles = useStyles();
  const { validationMessage } = useFieldError(path);
  const about = useId();
  return (
    <fieldset id={fieldId(path)} tabIndex={-1} className={styles.group} aria-describedby={about}>
      <legend className={styles.legend}>
        {label}{' '}
        <span aria-hidden className={styles.star}>
          *
        </span>
      </legend>
      <div id={about}>
        <Text size={200} className={styles.hint}>
          {hint}
        </Text>
        {validationMessage !== undefined && (
          <Text size={200} role="alert" className={styles.wrong}>
            {validationMessage}
          </Text>
        )}
      </div>
      {children}
    </fieldset>
  );
};
