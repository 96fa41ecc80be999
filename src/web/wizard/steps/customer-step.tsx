import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  Text,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { orThrow } from '../../../../client/result.ts';
import { useApi } from '../../api/api-context.ts';
import { partnerQuery } from '../../api/queries.ts';
import { Hints } from '../../claim/hints.tsx';
import { useWizardWords } from '../../words/wizard-words.ts';
import { useDraft, useText } from '../draft/draft-context.ts';
import { DraftChoice, DraftText } from '../fields.tsx';
import { CustomerPlace } from './customer-place.tsx';

/** Step 1: which location of the partner, and which customer. */
export const CustomerStep = () => {
  const words = useWizardWords();
  const api = useApi();
  const partner = useQuery(partnerQuery(api)).data;
  const { claim } = useDraft();
  return (
    <>
      <DraftChoice path="partnerLocation.mpnId" label={words.location} hint={words.locationHint} required>
        <option value="">{words.choose}</option>
        {partner?.locations
          .filter(({ active }) => active)
          .map(({ mpnId, name }) => (
            <option key={mpnId} value={mpnId}>
              {mpnId}, {name}
            </option>
          ))}
      </DraftChoice>
      <DraftText path="customer.domain" label={words.domain} hint={words.domainHint} required />
      <DraftText path="customer.directoryId" label={words.directory} hint={words.directoryHint} required />
      <Accordion collapsible>
        <AccordionItem value="where">
          <AccordionHeader>{words.where}</AccordionHeader>
          <AccordionPanel>
            {words.whereText.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
      <CustomerCheck />
      <DraftText path="customer.name" label={words.customerName} hint={words.customerNameHint} />
      <CustomerPlace />
      {claim && <Hints claim={claim} about={['location-in-other-region']} />}
      <DraftChoice path="customer.language" label={words.language} hint={words.languageHint}>
        <option value="">{words.choose}</option>
        {Object.entries(words.languages).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </DraftChoice>
    </>
  );
};

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Says as soon as both are there whether domain and Directory ID belong together. */
const CustomerCheck = () => {
  const words = useWizardWords();
  const api = useApi();
  const { edit } = useDraft();
  const domain = useText('customer.domain').trim();
  const directoryId = useText('customer.directoryId').trim();
  // A pasted web address counts as well: the server takes the domain out of it.
  const isWhole = /\.[a-z]{2,}\.?(?:[:/?#].*)?$/i.test(domain) && guid.test(directoryId);
  const { data, isFetching } = useQuery({
    queryKey: ['customer-check', domain, directoryId],
    queryFn: async ({ signal }) =>
      orThrow(await api.call('checkCustomer', { body: { domain, directoryId }, signal })).data,
    enabled: isWhole,
    retry: false,
  });
  return (
    <div role="status">
      {isWhole && isFetching && <Spinner size="tiny" label={words.checking} labelPosition="after" />}
      {isWhole && data && !isFetching && (
        <MessageBar
          intent={data.result === 'matched' ? 'success' : data.result === 'unverifiable' ? 'info' : 'warning'}
          layout="multiline"
        >
          <MessageBarBody>
            <Text>{words.check[data.result]}</Text>
          </MessageBarBody>
          {data.suggestedDomain !== undefined && (
            <MessageBarActions>
              <Button onClick={() => edit({ 'customer.domain': data.suggestedDomain })}>
                {words.takeDomain(data.suggestedDomain)}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
    </div>
  );
};
