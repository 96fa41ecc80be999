import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useMutation } from '@tanstack/react-query';
import type { Claim } from '../../../client/generated.ts';
import { isHandedOut } from '../../domain/proof/scan.ts';
import { useApi } from '../api/api-context.ts';
import { saveDownload } from '../api/save-download.ts';
import { useErrorWords } from '../parts/problem-words.ts';
import { useClaimWords } from '../words/claim-words.ts';
import { useFormats } from '../words/format.ts';
import { useScanNews } from './use-scan-news.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  file: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  what: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  wrong: { color: tokens.colorPaletteRedForeground1 },
});

type Props = { claim: Claim; onRemove?: (fileId: string, fileName: string) => void };

/** The files of a claim, each to be downloaded, and removed where that is possible. */
export const ProofFiles = ({ claim: { id, poe }, onRemove }: Props) => {
  const styles = useStyles();
  const words = useClaimWords();
  const formats = useFormats();
  const api = useApi();
  const wordsOf = useErrorWords();
  const download = useMutation({
    mutationFn: async ({ fileId, fileName }: { fileId: string; fileName: string }) =>
      saveDownload(await api.download('readPoe', { path: { id, fileId } }), fileName),
  });
  useScanNews(poe);
  if (poe.length === 0) return <Text>{words.noProof}</Text>;
  return (
    <>
      {download.error && <Text role="alert">{wordsOf(download.error)}</Text>}
      <ul className={styles.list}>
        {poe.map((file) => {
          const { fileId, fileName, size, uploadedAt, uploadedBy, note, blank, malwareFoundAt, scan } = file;
          return (
            <li key={fileId} className={styles.file}>
              <span className={styles.what}>
                <Text weight="semibold">{fileName}</Text>
                <Text size={200} className={styles.quiet}>
                  {formats.bytes(size)} · {formats.moment(uploadedAt)} · {uploadedBy.name}
                </Text>
                {note && <Text size={200}>{note}</Text>}
                {malwareFoundAt && <Text className={styles.wrong}>{words.malware}</Text>}
                {(scan === 'pending' || scan === 'failed') && (
                  <Text size={200}>
                    <Badge appearance="tint" color={scan === 'failed' ? 'danger' : 'informative'}>
                      {words.scan[scan]}
                    </Badge>{' '}
                    {words.scanHint[scan]}
                  </Text>
                )}
                {blank && <Text className={styles.wrong}>{words.blank}</Text>}
              </span>
              <span>
                {isHandedOut(file) && (
                  <Button
                    icon={<ArrowDownloadRegular />}
                    aria-label={words.download(fileName)}
                    onClick={() => download.mutate({ fileId, fileName })}
                  />
                )}{' '}
                {onRemove && (
                  <Button
                    icon={<DeleteRegular />}
                    aria-label={words.remove(fileName)}
                    onClick={() => onRemove(fileId, fileName)}
                  />
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
};
