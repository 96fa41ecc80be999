import { Checkbox, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Catalogue } from '../../../../client/generated.ts';
import { useApi } from '../../api/api-context.ts';
import { catalogueQuery } from '../../api/queries.ts';
import { ListSkeleton } from '../../list/list-skeleton.tsx';
import { useClaimWords } from '../../words/claim-words.ts';
import { useWizardWords } from '../../words/wizard-words.ts';
import { fieldId, useDraft, useText } from '../draft/draft-context.ts';
import { DraftText, DraftTick, useFieldError } from '../fields.tsx';
import { useWizardStyles } from '../wizard-styles.ts';
import { ChoiceGroup } from './choice-group.tsx';

type Area = Catalogue['solutionAreas'][number];
type Track = Area['tracks'][number];

/** The catalogue that the draft is made with. */
export const useDraftCatalogue = () => {
  const api = useApi();
  const { claim } = useDraft();
  return useQuery(catalogueQuery(api, claim?.catalogueVersion)).data;
};

export const useActivities = (): string[] => {
  const value = useDraft().value('activities');
  // The cast: a list of codes, saved or typed.
  return Array.isArray(value) ? (value as string[]) : [];
};

/** Step 2: what the partner does for the customer, and what the claim is called. */
export const ActivityStep = () => {
  const words = useWizardWords();
  const { catalogueNames } = useClaimWords();
  const { edit, save } = useDraft();
  const catalogue = useDraftCatalogue();
  const areaCode = useText('solutionArea');
  const trackCode = useText('track');
  const areaError = useFieldError('solutionArea');
  const trackError = useFieldError('track');
  if (catalogue === undefined) return <ListSkeleton rows={4} />;
  const area = catalogue.solutionAreas.find(({ code }) => code === areaCode);
  const track = area?.tracks.find(({ code }) => code === trackCode);
  const chooseTrack = (chosen: Track | undefined) => ({
    track: chosen?.code ?? '',
    activities: chosen?.activities.length === 1 ? chosen.activities.map(({ code }) => code) : [],
    products: [],
    revenue: null,
    // It belongs to the activity that it was ticked for.
    incentiveOptOut: false,
  });
  return (
    <>
      <Field label={words.area} required {...areaError}>
        <RadioGroup
          id={fieldId('solutionArea')}
          value={areaCode}
          onChange={(_event, { value }) => {
            const tracks = catalogue.solutionAreas.find(({ code }) => code === value)?.tracks ?? [];
            edit({ solutionArea: value, ...chooseTrack(tracks.length === 1 ? tracks[0] : undefined) });
            void save();
          }}
        >
          {catalogue.solutionAreas.map(({ code, name }) => (
            <Radio key={code} value={code} label={catalogueNames[code] ?? name} />
          ))}
        </RadioGroup>
      </Field>
      {area && area.tracks.length > 1 && (
        <Field label={words.track} required {...trackError}>
          <RadioGroup
            id={fieldId('track')}
            value={trackCode}
            onChange={(_event, { value }) => {
              edit(chooseTrack(area.tracks.find(({ code }) => code === value)));
              void save();
            }}
          >
            {area.tracks.map(({ code, name }) => (
              <Radio
                key={code}
                value={code}
                label={<WithHint name={catalogueNames[code] ?? name} hint={words.tracks[code]} />}
              />
            ))}
          </RadioGroup>
        </Field>
      )}
      {track && <Activities track={track} />}
      {track && <OptOut track={track} />}
      {track && <RevenueFields track={track} />}
      <DraftText path="name" label={words.name} hint={words.nameHint} required />
    </>
  );
};

const WithHint = ({ name, hint }: { name: string; hint: string | undefined }) => {
  const styles = useWizardStyles();
  return (
    <>
      {name}
      {hint !== undefined && (
        <>
          <br />
          <span className={styles.quiet}>{hint}</span>
        </>
      )}
    </>
  );
};

const Activities = ({ track }: { track: Track }) => {
  const words = useWizardWords();
  const { catalogueNames } = useClaimWords();
  const { edit, save } = useDraft();
  const chosen = useActivities();
  const error = useFieldError('activities');
  const set = (activities: string[]): void => {
    edit({ activities, products: [], incentiveOptOut: false });
    void save();
  };
  if (track.activities.length === 1) return null;
  const labelOf = ({ code, name }: Track['activities'][number]) => (
    <WithHint name={catalogueNames[code] ?? name} hint={words.activities[code]} />
  );
  return track.severalActivities ? (
    <ChoiceGroup path="activities" label={words.activity} hint={words.activitySeveral}>
      {track.activities.map((activity) => (
        <div key={activity.code}>
          <Checkbox
            label={labelOf(activity)}
            checked={chosen.includes(activity.code)}
            onChange={(_event, { checked }) =>
              set(checked ? [...chosen, activity.code] : chosen.filter((code) => code !== activity.code))
            }
          />
        </div>
      ))}
    </ChoiceGroup>
  ) : (
    <Field label={words.activity} required {...error}>
      <RadioGroup id={fieldId('activities')} value={chosen[0] ?? ''} onChange={(_event, { value }) => set([value])}>
        {track.activities.map((activity) => (
          <Radio key={activity.code} value={activity.code} label={labelOf(activity)} />
        ))}
      </RadioGroup>
    </Field>
  );
};

/** For an activity that is paid for, and can be claimed without the payment. */
const OptOut = ({ track }: { track: Track }) => {
  const words = useWizardWords();
  const chosen = useActivities();
  const isOffered = track.activities.some(({ code, incentiveOptOut }) => incentiveOptOut && chosen.includes(code));
  return isOffered && <DraftTick path="incentiveOptOut" label={words.optOut} hint={words.optOutHint} />;
};

/** What a revenue association asks for besides. */
const RevenueFields = ({ track }: { track: Track }) => {
  const words = useWizardWords();
  const styles = useWizardStyles();
  const chosen = useActivities();
  const asked = new Set(
    track.activities.filter(({ code }) => chosen.includes(code)).flatMap(({ extraFields }) => extraFields),
  );
  const labels = {
    dynamicsSolutionSellerName: words.seller,
    customerName: words.revenueCustomer,
    isvProductName: words.isv,
  };
  if (asked.size === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.revenue}</legend>
      {[...asked].map((field) => (
        <DraftText key={field} path={`revenue.${field}`} label={labels[field]} required />
      ))}
    </fieldset>
  );
};
