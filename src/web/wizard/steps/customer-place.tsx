import { useMemo } from 'react';
import { useWizardWords } from '../../words/wizard-words.ts';
import { useLanguage } from '../../words/words-context.ts';
import { useDraft, useText } from '../draft/draft-context.ts';
import { DraftChoice, DraftYesNo } from '../fields.tsx';
import { useDraftCatalogue } from './activity-step.tsx';
import { countriesIn, timeZones } from './places.ts';

/** Where the customer is: its holidays, the zone of its deadlines, and what its country asks of public bodies. */
export const CustomerPlace = () => {
  const words = useWizardWords();
  const { language } = useLanguage();
  const countries = useMemo(() => countriesIn(language), [language]);
  const country = useText('customer.country');
  const asksDisclosure = useDraftCatalogue()?.rules.disclosureIn.includes(country) ?? false;
  return (
    <>
      <DraftChoice path="customer.country" label={words.country} hint={words.countryHint}>
        <option value="">{words.choose}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </DraftChoice>
      <TimeZone country={country} />
      <DraftYesNo
        path="customer.publicSector"
        label={words.publicSector}
        hint={asksDisclosure ? words.publicSectorAsked : words.publicSectorHint}
        required={asksDisclosure}
      />
    </>
  );
};

/** The zone that was chosen, and the one that counts: without a choice it follows the country. */
const TimeZone = ({ country }: { country: string }) => {
  const words = useWizardWords();
  const { claim } = useDraft();
  const chosen = useText('customer.timeZone');
  const { ofCountry, others } = timeZones(country, chosen);
  const counts = claim?.customer.deadlineTimeZone;
  const isOpen = chosen === '' && ofCountry.length > 1 && counts === 'UTC';
  const hint = counts === undefined ? words.timeZoneHint : words.timeZoneCounts(counts.replaceAll('_', ' '));
  const optionOf = (zone: string) => (
    <option key={zone} value={zone}>
      {zone.replaceAll('_', ' ')}
    </option>
  );
  return (
    <DraftChoice path="customer.timeZone" label={words.timeZone} hint={isOpen ? words.timeZoneOpen : hint}>
      <option value="">{words.timeZoneOfCountry}</option>
      {ofCountry.length > 0 && <optgroup label={words.timeZonesThere}>{ofCountry.map(optionOf)}</optgroup>}
      <optgroup label={words.timeZones}>{others.map(optionOf)}</optgroup>
    </DraftChoice>
  );
};
