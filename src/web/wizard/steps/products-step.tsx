import { Checkbox, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProductInput } from '../../../../client/generated.ts';
import { Hints, holderHints } from '../../claim/hints.tsx';
import { ListSkeleton } from '../../list/list-skeleton.tsx';
import { useWizardWords } from '../../words/wizard-words.ts';
import { useDraft } from '../draft/draft-context.ts';
import { useActivities, useDraftCatalogue } from './activity-step.tsx';
import { ChoiceGroup } from './choice-group.tsx';

const useStyles = makeStyles({
  products: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(17rem, 1fr))' },
  hints: { display: 'grid', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export const useProducts = (): ProductInput[] => {
  const value = useDraft().value('products');
  // The cast: products as they were saved, or typed here.
  return Array.isArray(value) ? (value as ProductInput[]) : [];
};

/** Step 3: the products of the chosen activities. */
export const ProductsStep = () => {
  const styles = useStyles();
  const words = useWizardWords();
  const { claim, edit, save } = useDraft();
  const catalogue = useDraftCatalogue();
  const activities = useActivities();
  const chosen = useProducts();
  const [filter, setFilter] = useState('');
  if (catalogue === undefined) return <ListSkeleton rows={4} />;
  const codes = new Set(
    catalogue.solutionAreas
      .flatMap(({ tracks }) => tracks)
      .flatMap((track) => track.activities)
      .filter(({ code }) => activities.includes(code))
      .flatMap(({ products }) => products),
  );
  if (codes.size === 0) return <Text>{words.noActivity}</Text>;
  const wanted = filter.trim().toLowerCase();
  const shown = catalogue.products.flatMap(({ code, name, formerNames = [] }) => {
    const former = formerNames.map((one) => one.name);
    const isShown = codes.has(code) && [name, ...former].some((one) => one.toLowerCase().includes(wanted));
    return isShown ? [{ code, label: former.length === 0 ? name : `${name} (${words.formerly(former)})` }] : [];
  });
  const toggle = (code: string, on: boolean): void => {
    edit({ products: on ? [...chosen, { code }] : chosen.filter((product) => product.code !== code) });
    void save();
  };
  return (
    <>
      {codes.size > 8 && (
        <Field label={words.filter}>
          <Input type="search" value={filter} onChange={(_event, { value }) => setFilter(value)} />
        </Field>
      )}
      <ChoiceGroup path="products" label={words.products} hint={words.productsHint}>
        {shown.length === 0 && <Text role="status">{words.noMatch(filter.trim())}</Text>}
        <div className={styles.products}>
          {shown.map(({ code, label }) => (
            <Checkbox
              key={code}
              label={label}
              checked={chosen.some((product) => product.code === code)}
              onChange={(_event, { checked }) => toggle(code, checked === true)}
            />
          ))}
        </div>
      </ChoiceGroup>
      <Text role="status" className={styles.quiet}>
        {words.chosen(chosen.length)}
      </Text>
      <div role="status" className={styles.hints}>
        {claim && <Hints claim={claim} about={holderHints} />}
      </div>
    </>
  );
};
