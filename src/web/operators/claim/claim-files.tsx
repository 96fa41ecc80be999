import { Badge, Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Claim, PoeFile } from '../../../../client/generated.ts';
import { orThrow } from '../../../../client/result.ts';
import { isHandedOut, isUnchecked } from '../../../domain/proof/scan.ts';
import { useApi } from '../../api/api-context.ts';
import { saveDownload } from '../../api/save-download.ts';
import { Card } from '../../parts/page.tsx';
import { useErrorWords } from '../../parts/problem-words.ts';
import { usePerson } from '../../sign-in/session-context.ts';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { operatorsKey } from '../operator-queries.ts';
import { ReasonButton } from '../reason-button.tsx';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  file: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  what: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  state: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const stateOf = ({ malwareFoundAt, scan, blank }: PoeFile) => {
  if (malwareFoundAt) return 'malware';
  if (scan !== undefined && scan !== 'clean') return scan;
  return blank ? 'blank' : 'ok';
};
const colors = {
  ok: 'success',
  malware: 'danger',
  blank: 'warning',
  pending: 'informative',
  failed: 'danger',
  accepted: 'warning',
} as const;

type Props = { claim: Claim; onDone: (said: string) => void };

/** The proof of a claim, and how each file is. Only reviewers get a file, and each look is in the history. */
export const ClaimFiles = ({ claim: { id, poe: files, submittedAt }, onDone }: Props) => {
  const styles = useStyles();
  const { claim: words } = useOperatorWords();
  const formats = useFormats();
  const api = useApi();
  const queries = useQueryClient();
  const wordsOf = useErrorWords();
  const { roles } = usePerson();
  const mayReview = submittedAt !== undefined && roles.includes('Reviewer');
  const review = useMutation({
    mutationFn: async ({ fileId, fileName }: { fileId: string; fileName: string }) =>
      saveDownload(await api.download('reviewPoe', { path: { id, fileId } }), fileName),
    onSettled: () => queries.invalidateQueries({ queryKey: operatorsKey }),
  });
  const accept =
    ({ fileId, fileName }: PoeFile) =>
    async (reason: string): Promise<string> => {
      orThrow(await api.call('acceptPoe', { path: { id }, body: { fileId, reason } }));
      return words.accepted(fileName);
    };
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.files}</Subtitle1>
      {mayReview && files.length > 0 && <Text className={styles.quiet}>{words.reviewLead}</Text>}
      {review.error && <Text role="alert">{wordsOf(review.error)}</Text>}
      {files.length === 0 && <Text>{words.noFiles}</Text>}
      <ul className={styles.list}>
        {files.map((file) => (
          <li key={file.fileId} className={styles.file}>
            <span className={styles.what}>
              <Text weight="semibold">{file.fileName}</Text>
              <Text size={200} className={styles.quiet}>
                {formats.bytes(file.size)} · {file.contentType} · {formats.moment(file.uploadedAt)} ·{' '}
                {file.uploadedBy.name}
              </Text>
            </span>
            <span className={styles.state}>
              <Badge appearance="tint" color={colors[stateOf(file)]}>
                {words.fileStates[stateOf(file)]}
              </Badge>
              {isUnchecked(file) && (
                <ReasonButton
                  size="small"
                  name={words.accept}
                  label={words.acceptFile(file.fileName)}
                  text={words.acceptText}
                  run={accept(file)}
                  onDone={onDone}
                />
              )}
              {mayReview && isHandedOut(file) && (
                <Button
                  icon={<ArrowDownloadRegular />}
                  aria-label={words.review(file.fileName)}
                  onClick={() => review.mutate(file)}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};
