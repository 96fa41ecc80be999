import { Subtitle1, Text } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Claim } from '../../../../client/generated.ts';
import { orThrow } from '../../../../client/result.ts';
import { useApi } from '../../api/api-context.ts';
import { MailFrame } from '../../parts/mail-frame.tsx';
import { useWizardWords } from '../../words/wizard-words.ts';
import { useWizardStyles } from '../wizard-styles.ts';

/** The mail to the customer as it will leave. */
export const RequestPreview = ({ claim }: { claim: Claim }) => {
  const styles = useWizardStyles();
  const words = useWizardWords();
  const api = useApi();
  const { data, isError } = useQuery({
    queryKey: ['preview', claim.id, claim.updatedAt],
    queryFn: async ({ signal }) => orThrow(await api.call('previewRequest', { path: { id: claim.id }, signal })).data,
    retry: false,
    placeholderData: (former) => former,
  });
  if (isError) return null;
  return (
    <section className={styles.section} aria-label={words.preview} aria-busy={data === undefined}>
      <Subtitle1 as="h2">{words.preview}</Subtitle1>
      <Text className={styles.quiet}>{words.previewHint}</Text>
      <Text>
        <Text weight="semibold">{words.to}:</Text> {claim.customerContact?.email ?? words.empty}
        <br />
        <Text weight="semibold">{words.subject}:</Text> {data?.subject}
      </Text>
      <MailFrame html={data?.html} title={words.preview} />
    </section>
  );
};
