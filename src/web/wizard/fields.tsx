import { Field, Input, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FieldError } from '../../../client/generated.ts';
import { useWizardWords } from '../words/wizard-words.ts';
import { errorAt, fieldId, useDraft, useText } from './draft/draft-context.ts';

/** What to read about an error of the API, in the language of the reader where there are words for it. */
export const useProblemWords = () => {
  const { problems } = useWizardWords();
  return ({ code, message }: FieldError): string => problems[code] ?? message;
};

/** What a field is called where it is named away from itself, with a colon; nothing for fields that say it themselves. */
export const useFieldLabel = () => {
  const words = useWizardWords();
  const labels: Record<string, string> = {
    'partnerLocation.mpnId': words.location,
    'customer.domain': words.domain,
    'customer.directoryId': words.directory,
    solutionArea: words.area,
    track: words.track,
    activities: words.activity,
    name: words.name,
    products: words.products,
    'revenue.dynamicsSolutionSellerName': words.seller,
    'revenue.customerName': words.revenueCustomer,
    'revenue.isvProductName': words.isv,
    'customerContact.name': `${words.customerContact}, ${words.contactName}`,
    'customerContact.title': `${words.customerContact}, ${words.contactTitle}`,
    'customerContact.email': `${words.customerContact}, ${words.contactEmail}`,
    'partnerContact.name': `${words.partnerContact}, ${words.contactName}`,
    'partnerContact.email': `${words.partnerContact}, ${words.contactEmail}`,
  };
  return (path: string): string => (labels[path] === undefined ? '' : `${labels[path].replace(/\?$/, '')}: `);
};

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
