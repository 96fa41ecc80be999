import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useMutation } from '@tanstack/react-query';
import type { Claim } from '../../../client/generated.ts';
import { useApi } from '../api/api-context.ts';
import { saveDownload } from '../api/save-download.ts';
import { Card } from '../parts/page.tsx';
import { useErrorWords } from '../parts/problem-words.ts';
import { useClaimWords } from '../words/claim-words.ts';
import { useLanguage } from '../words/words-context.ts';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const decided: readonly Claim['status'][] = ['approved', 'declined', 'ended'];

/** What a partner shows to others about a decided claim. Nothing for another one. */
export const CertificateCard = ({ claim: { id, status } }: { claim: Claim }) => {
  const styles = useStyles();
  const words = useClaimWords().certificate;
  const { language } = useLanguage();
  const api = useApi();
  const wordsOf = useErrorWords();
  const download = useMutation({
    mutationFn: async () =>
      saveDownload(
        await api.download('readCertificate', { path: { id }, query: { language } }),
        `Certificate ${id}.pdf`,
      ),
  });
  if (!decided.includes(status)) return null;
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.heading}</Subtitle1>
      <Text className={styles.quiet}>
        {words.lead}{' '}
        <Link href="/certificates" target="_blank" rel="noopener" inline>
          {words.verify}
        </Link>
      </Text>
      <Button icon={<ArrowDownloadRegular />} disabledFocusable={download.isPending} onClick={() => download.mutate()}>
        {words.download}
      </Button>
      {download.error && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{wordsOf(download.error)}</MessageBarBody>
        </MessageBar>
      )}
    </Card>
  );
};
