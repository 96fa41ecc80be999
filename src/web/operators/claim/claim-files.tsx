import { Badge, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { PoeFile } from '../../../../client/generated.ts';
import { Card } from '../../parts/page.tsx';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  file: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  what: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const stateOf = ({ malwareFoundAt, blank }: PoeFile) => (malwareFoundAt ? 'malware' : blank ? 'blank' : 'ok');
const colors = { ok: 'success', malware: 'danger', blank: 'warning' } as const;

/** The proof of a claim, and how each file is. Operators do not see inside. */
export const ClaimFiles = ({ files }: { files: PoeFile[] }) => {
  const styles = useStyles();
  const { claim: words } = useOperatorWords();
  const formats = useFormats();
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.files}</Subtitle1>
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
            <Badge appearance="tint" color={colors[stateOf(file)]}>
              {words.fileStates[stateOf(file)]}
            </Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
};
