import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Claim, Contact } from '../../../client/generated.ts';
import { useApi } from '../api/api-context.ts';
import { catalogueQuery } from '../api/queries.ts';
import { type Fact, Facts } from '../parts/facts.tsx';
import { Card } from '../parts/page.tsx';
import { useClaimWords } from '../words/claim-words.ts';
import { useFormats } from '../words/format.ts';
import { useLanguage } from '../words/words-context.ts';
import { addressReasonOf } from './address-reason.ts';
import { namesIn } from './catalogue-names.ts';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM },
  line: { display: 'block' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3 },
});

const Lines = ({ lines }: { lines: (string | undefined)[] }) => {
  const styles = useStyles();
  const words = useClaimWords();
  const [first = words.none, ...rest] = lines.filter((line) => line !== undefined && line !== '');
  return (
    <>
      <Text className={styles.line}>{first}</Text>
      {rest.map((line) => (
        <Text key={line} size={200} className={styles.quiet}>
          {line}
        </Text>
      ))}
    </>
  );
};

/** What is claimed, for whom, and who speaks for both sides. */
export const ClaimFacts = ({ claim }: { claim: Claim }) => {
  const styles = useStyles();
  const words = useClaimWords();
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.facts}</Subtitle1>
      <Facts facts={useClaimFacts(claim)} />
    </Card>
  );
};

export const useClaimFacts = (claim: Claim): Fact[] => {
  const words = useClaimWords();
  const { language } = useLanguage();
  const formats = useFormats();
  const api = useApi();
  const catalogue = useQuery(catalogueQuery(api, claim.catalogueVersion)).data;
  const names = namesIn(catalogue, words.catalogueNames);
  const { customer, partnerLocation, revenue = {} } = claim;
  const country = customer.country && new Intl.DisplayNames(language, { type: 'region' }).of(customer.country);
  const terms = [claim.incentiveOptOut && words.incentiveDeclined, claim.disclosureSigned && words.disclosureSigned];
  const addressReason = addressReasonOf(claim);
  const contact = (person: Contact | undefined) => <Lines lines={[person?.name, person?.title, person?.email]} />;
  return [
    { name: words.location, value: <Lines lines={[partnerLocation?.name, partnerLocation?.mpnId]} /> },
    {
      name: words.customer,
      value: (
        <Lines lines={[customer.name, customer.domain, words.verification[customer.verification.result], country]} />
      ),
    },
    { name: words.directory, value: <Lines lines={[customer?.directoryId]} /> },
    { name: words.area, value: <Lines lines={[names.area(claim.solutionArea)]} /> },
    { name: words.activity, value: <Lines lines={(claim.activities ?? []).map(names.activity)} /> },
    {
      name: words.products,
      value: (
        <Lines
          lines={claim.products.map(({ code, subscriptionId }) =>
            [names.product(code), subscriptionId].filter(Boolean).join(', '),
          )}
        />
      ),
    },
    ...Object.entries(words.revenue).flatMap(([field, name]) => {
      const value = revenue[field as keyof typeof revenue];
      return value === undefined ? [] : [{ name, value }];
    }),
    ...(terms.some(Boolean)
      ? [{ name: words.terms, value: <Lines lines={terms.map((term) => term || undefined)} /> }]
      : []),
    { name: words.customerContact, value: contact(claim.customerContact) },
    ...(addressReason ? [{ name: words.addressReason, value: addressReason }] : []),
    ...(claim.technicalContact ? [{ name: words.technicalContact, value: contact(claim.technicalContact) }] : []),
    { name: words.partnerContact, value: contact(claim.partnerContact) },
    { name: words.created, value: `${formats.moment(claim.createdAt)}, ${claim.createdBy.name ?? ''}` },
    ...(claim.submittedAt ? [{ name: words.submitted, value: formats.moment(claim.submittedAt) }] : []),
    { name: words.id, value: claim.id },
  ];
};
