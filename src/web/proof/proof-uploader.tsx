import { Button, makeStyles, mergeClasses, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type DragEvent, useRef, useState } from 'react';
import type { Claim } from '../../../client/generated.ts';
import { useApi } from '../api/api-context.ts';
import { catalogueQuery } from '../api/queries.ts';
import { useAnnounce } from '../parts/announce.tsx';
import { useProblemWords } from '../parts/problem-words.ts';
import { useFormats } from '../words/format.ts';
import { useWizardWords } from '../words/wizard-words.ts';
import { type Upload, useUploads } from './use-uploads.ts';

const useStyles = makeStyles({
  zone: {
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalXXL,
    borderRadius: tokens.borderRadiusLarge,
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    textAlign: 'center',
  },
  over: { border: `2px dashed ${tokens.colorCompoundBrandStroke}`, backgroundColor: tokens.colorBrandBackground2 },
  hidden: { display: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  upload: { display: 'grid', gap: tokens.spacingVerticalXXS },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  wrong: { color: tokens.colorPaletteRedForeground1 },
});

/** Takes files by drag or browse, several at once, and shows how far each is. */
export const ProofUploader = ({ claim, fieldId }: { claim: Claim; fieldId: string }) => {
  const styles = useStyles();
  const words = useWizardWords();
  const formats = useFormats();
  const announce = useAnnounce();
  const api = useApi();
  const limits = useQuery(catalogueQuery(api, claim.catalogueVersion)).data?.poe;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { uploads, add, retry, cancel } = useUploads(claim.id, ({ fileName }) => announce(words.upload.done(fileName)));
  const faultOf = ({ name, size }: File): { error?: string } => {
    const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
    if (size === 0) return { error: words.upload.empty };
    if (limits && size > limits.maxBytes) return { error: words.upload.tooLarge(formats.bytes(limits.maxBytes)) };
    if (limits && !limits.extensions.some((each) => each.replace('.', '') === ending)) {
      return { error: words.upload.type };
    }
    return {};
  };
  const take = (files: FileList | null): void => add([...(files ?? [])].map((file) => ({ file, ...faultOf(file) })));
  const onDrag = (event: DragEvent, over: boolean): void => {
    event.preventDefault();
    setOver(over);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: whoever cannot drag has the button within. */}
      <div
        className={mergeClasses(styles.zone, isOver && styles.over)}
        onDragOver={(event) => onDrag(event, true)}
        onDragLeave={(event) => onDrag(event, false)}
        onDrop={(event) => {
          onDrag(event, false);
          take(event.dataTransfer.files);
        }}
      >
        <Text>{words.drop}</Text>
        <Button id={fieldId} onClick={() => input.current?.click()}>
          {words.browse}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          className={styles.hidden}
          tabIndex={-1}
          aria-hidden
          onChange={({ target }) => {
            take(target.files);
            target.value = '';
          }}
        />
        {limits && (
          <Text size={200} className={styles.quiet}>
            {words.limits(
              limits.maxFiles,
              formats.bytes(limits.maxBytes),
              limits.extensions.map((each) => each.replace('.', '')).join(', '),
            )}
          </Text>
        )}
      </div>
      {uploads.length > 0 && (
        <ul className={styles.list}>
          {uploads.map((upload) => (
            <UploadLine
              key={upload.key}
              upload={upload}
              onRetry={() => retry(upload.key)}
              onCancel={() => cancel(upload.key)}
            />
          ))}
        </ul>
      )}
    </>
  );
};

type LineProps = { upload: Upload; onRetry: () => void; onCancel: () => void };

const UploadLine = ({ upload: { file, state, percent, error, isRetryable }, onRetry, onCancel }: LineProps) => {
  const styles = useStyles();
  const words = useWizardWords();
  const problemWords = useProblemWords();
  const why = typeof error === 'string' ? error : error && problemWords(error);
  const canRetry = state === 'lost' || (state === 'refused' && isRetryable === true);
  return (
    <li className={styles.upload}>
      <div className={styles.line}>
        <Text weight="semibold">{file.name}</Text>
        <span>
          {canRetry && (
            <Button size="small" onClick={onRetry}>
              {words.upload.retry(file.name)}
            </Button>
          )}{' '}
          <Button size="small" onClick={onCancel}>
            {state === 'refused' ? words.upload.dismiss(file.name) : words.upload.cancel(file.name)}
          </Button>
        </span>
      </div>
      {state === 'sending' && <ProgressBar value={percent / 100} aria-label={words.upload.uploading(percent)} />}
      <Text size={200} className={state === 'refused' ? styles.wrong : styles.quiet} role="status">
        {state === 'refused'
          ? why
          : state === 'lost'
            ? words.upload.lost
            : state === 'waiting'
              ? words.upload.waiting
              : words.upload.uploading(percent)}
      </Text>
    </li>
  );
};
