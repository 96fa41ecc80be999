import { Field, Select, Text } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ProblemCode } from '../../../../client/generated.ts';
import { useApi } from '../../api/api-context.ts';
import { useProblemWords } from '../../parts/problem-words.ts';
import { useWizardWords } from '../../words/wizard-words.ts';
import { fieldId, useDraft } from '../draft/draft-context.ts';
import { useFieldError } from '../fields.tsx';
import { useWizardStyles } from '../wizard-styles.ts';
import { useProducts } from './products-step.tsx';

/** Where the customer has several subscriptions of a product, the choice of one. */
export const SubscriptionFields = () => {
  const styles = useWizardStyles();
  const words = useWizardWords();
  const api = useApi();
  const { claim, edit, save } = useDraft();
  const products = useProducts();
  const id = claim?.id ?? '';
  const { data } = useQuery({
    queryKey: ['subscriptions', id, claim?.customer.directoryId],
    queryFn: async ({ signal }) => {
      const read = await api.call('listSubscriptions', { path: { id }, signal });
      // Not before the customer is known to be right; the page for the customer says so.
      return read.ok ? read.data.value : [];
    },
    enabled: id !== '',
  });
  const asked = products.flatMap(({ code, subscriptionId }, index) => {
    const choices = (data ?? []).filter(({ product }) => product === code);
    return choices.length > 1 || subscriptionId ? [{ code, subscriptionId, index, choices }] : [];
  });
  if (asked.length === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.subscriptions}</legend>
      <Text className={styles.quiet}>{words.subscriptionsHint}</Text>
      {asked.map(({ code, subscriptionId, index, choices }) => (
        <SubscriptionField
          key={code}
          path={`products.${index}.subscriptionId`}
          label={words.subscriptionOf(choices[0]?.productName ?? code)}
          value={subscriptionId ?? ''}
          choices={choices}
          onChoose={(value) => {
            edit({
              products: products.map((product) =>
                product.code === code ? { code, subscriptionId: value || null } : product,
              ),
            });
            void save();
          }}
        />
      ))}
    </fieldset>
  );
};

type Choice = {
  subscriptionId: string;
  state: 'active' | 'in-grace' | 'provisioning' | 'suspended' | 'ended';
  claimable: boolean;
  code?: ProblemCode;
  message?: string;
};
type Props = { path: string; label: string; value: string; choices: Choice[]; onChoose: (value: string) => void };

const SubscriptionField = ({ path, label, value, choices, onChoose }: Props) => {
  const words = useWizardWords();
  const problemWords = useProblemWords();
  const error = useFieldError(path);
  return (
    <Field label={label} required {...error}>
      <Select id={fieldId(path)} value={value} onChange={(_event, data) => onChoose(data.value)}>
        <option value="">{words.choose}</option>
        {choices.map(({ subscriptionId, state, claimable, code, message = '' }) => (
          <option key={subscriptionId} value={subscriptionId} disabled={!claimable}>
            {subscriptionId}, {code ? problemWords({ code, message }) : words.subscriptionStates[state]}
          </option>
        ))}
      </Select>
    </Field>
  );
};
