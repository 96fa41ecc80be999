import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useProblemWords } from '../parts/problem-words.ts';
import { useWizardWords } from '../words/wizard-words.ts';
import { errorAt, fieldId, useDraft, useText } from './draft/draft-context.ts';

/** The message at a field, as its Field component takes it. */
export const useFieldError = (path: string): { validationMessage?: string } => {
  const { errors } = useDraft();
  const wordsOf = useProblemWords();
  const error = errorAt(errors, path);
  return error ? { validationMessage: wordsOf(error) } : {};
};

type TextProps = {
  path: string;
  label: string;
  hint?: string;
  required?: boolean;
  type?: 'text' | 'email';
  autoComplete?: string;
};

/** A text of the draft. It is kept with each key, and saved when it is left. */
export const DraftText = ({ path, label, hint, required = false, type = 'text', autoComplete = 'off' }: TextProps) => {
  const { edit, save } = useDraft();
  const value = useText(path);
  const error = useFieldError(path);
  return (
    <Field label={label} required={required} {...(hint ? { hint } : {})} {...error}>
      <Input
        id={fieldId(path)}
        type={type}
        autoComplete={autoComplete}
        value={value}
        onChange={(_event, data) => edit({ [path]: data.value })}
        onBlur={() => void save()}
      />
    </Field>
  );
};

type ChoiceProps = Omit<TextProps, 'type'> & { children: ReactNode };

/** A choice of the draft from a list; saved when it is made. */
export const DraftChoice = ({ path, label, hint, required = false, children }: ChoiceProps) => {
  const { edit, save } = useDraft();
  const value = useText(path);
  const error = useFieldError(path);
  return (
    <Field label={label} required={required} {...(hint ? { hint } : {})} {...error}>
      <Select
        id={fieldId(path)}
        value={value}
        onChange={(_event, data) => {
          edit({ [path]: data.value });
          void save();
        }}
      >
        {children}
      </Select>
    </Field>
  );
};

type YesNoProps = Pick<TextProps, 'path' | 'label' | 'hint' | 'required'>;

/** A yes or no of the draft that may be left open; saved when it is given. */
export const DraftYesNo = ({ path, label, hint, required = false }: YesNoProps) => {
  const words = useWizardWords();
  const { value, edit, save } = useDraft();
  const error = useFieldError(path);
  const given = value(path);
  return (
    <Field label={label} required={required} {...(hint ? { hint } : {})} {...error}>
      <Select
        id={fieldId(path)}
        value={typeof given === 'boolean' ? String(given) : ''}
        onChange={(_event, data) => {
          edit({ [path]: data.value === '' ? null : data.value === 'true' });
          void save();
        }}
      >
        <option value="">{words.choose}</option>
        <option value="true">{words.yes}</option>
        <option value="false">{words.no}</option>
      </Select>
    </Field>
  );
};

/** A statement of the draft that is true or not; saved when it is ticked. */
export const DraftTick = ({ path, label, hint }: Pick<TextProps, 'path' | 'label' | 'hint'>) => {
  const { value, edit, save } = useDraft();
  const error = useFieldError(path);
  return (
    <Field {...(hint ? { hint } : {})} {...error}>
      <Checkbox
        id={fieldId(path)}
        label={label}
        checked={value(path) === true}
        onChange={(_event, { checked }) => {
          edit({ [path]: checked === true });
          void save();
        }}
      />
    </Field>
  );
};
