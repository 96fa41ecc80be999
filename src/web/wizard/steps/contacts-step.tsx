import { Button, Text } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { partnerQuery } from '../../api/queries.ts';
import { useWizardWords } from '../../words/wizard-words.ts';
import { useDraft, useText } from '../draft/draft-context.ts';
import { DraftText } from '../fields.tsx';
import { useWizardStyles } from '../wizard-styles.ts';
import { SubscriptionFields } from './subscription-fields.tsx';

/** Step 4: who answers for the customer, who for the partner, and which subscriptions are meant. */
export const ContactsStep = () => {
  const styles = useWizardStyles();
  const words = useWizardWords();
  const { claim, edit, save } = useDraft();
  const api = useApi();
  const user = useQuery(partnerQuery(api)).data?.user;
  const name = useText('partnerContact.name');
  const email = useText('partnerContact.email');
  const mailbox = claim?.contactMailbox;
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{words.customerContact}</legend>
        <Text className={styles.quiet}>{words.customerContactHint(claim?.customer.domain)}</Text>
        <DraftText path="customerContact.name" label={words.contactName} required />
        <DraftText path="customerContact.title" label={words.contactTitle} required />
        <DraftText path="customerContact.email" label={words.contactEmail} type="email" required />
        {(mailbox === 'public' || mailbox === 'foreign') && (
          <DraftText
            path="customerContact.foreignDomainReason"
            label={words.foreignDomainReason}
            hint={words.foreignDomainReasonHint[mailbox]}
            required
          />
        )}
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{words.partnerContact}</legend>
        <Text className={styles.quiet}>{words.partnerContactHint}</Text>
        {name === '' && email === '' && user && (
          <div>
            <Button
              onClick={() => {
                edit({ 'partnerContact.name': user.name, 'partnerContact.email': user.email });
                void save();
              }}
            >
              {words.useMine}
            </Button>
          </div>
        )}
        <DraftText path="partnerContact.name" label={words.contactName} autoComplete="name" required />
        <DraftText path="partnerContact.email" label={words.contactEmail} type="email" autoComplete="email" required />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{words.technicalContact}</legend>
        <Text className={styles.quiet}>{words.technicalContactHint}</Text>
        <DraftText path="technicalContact.name" label={words.contactName} />
        <DraftText path="technicalContact.title" label={words.contactTitle} />
        <DraftText path="technicalContact.email" label={words.contactEmail} type="email" />
      </fieldset>
      <SubscriptionFields />
    </>
  );
};
