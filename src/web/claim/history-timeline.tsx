import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { HistoryEntry } from '../../../client/generated.ts';
import { useApi } from '../api/api-context.ts';
import { historyQuery, verificationQuery } from '../api/queries.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Card } from '../parts/page.tsx';
import { useClaimWords } from '../words/claim-words.ts';
import { useFormats } from '../words/format.ts';
import { termOf } from '../words/term-of.ts';
import { useWords } from '../words/words-context.ts';
import { type CheckState, HistoryCheck } from './history-check.tsx';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  entry: {
    position: 'relative',
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    padding: `0 0 ${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    marginLeft: '6px',
    ':last-child': { borderLeftColor: 'transparent', paddingBottom: 0 },
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-7px',
      top: '4px',
      width: '12px',
      height: '12px',
      borderRadius: '50%',
      backgroundColor: tokens.colorBrandBackground,
    },
  },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** What happened to a claim, in words, and whether its history holds. */
export const HistoryTimeline = ({ id, updatedAt }: { id: string; updatedAt: string }) => {
  const api = useApi();
  const history = useQuery(historyQuery(api, id, updatedAt));
  const check = useQuery(verificationQuery(api, id, updatedAt));
  return <Loaded query={history}>{(entries) => <HistoryList entries={entries} check={check} />}</Loaded>;
};

/** The entries of a history as a timeline. */
export const HistoryList = ({ entries, check }: { entries: HistoryEntry[]; check: CheckState }) => {
  const styles = useStyles();
  const words = useClaimWords();
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.history}</Subtitle1>
      <Text className={styles.quiet}>{words.historyLead}</Text>
      <HistoryCheck check={check} />
      <ol className={styles.list}>
        {gathered(entries).map(({ entry, times }) => (
          <Entry key={entry.sequence} entry={entry} times={times} />
        ))}
      </ol>
    </Card>
  );
};

/** An event in words: by name, or as what became of a mail. An unknown one shows as it is. */
const eventWords = (words: ReturnType<typeof useClaimWords>, { event, actor, detail }: HistoryEntry): string => {
  const { events, eventsByOperator, extensionSent, mails, mailsBySide, mailEndings } = words;
  if (event === 'reminder-sent' && detail?.extension === true) return extensionSent;
  const named = (actor.kind === 'operator' ? termOf(eventsByOperator, event) : undefined) ?? termOf(events, event);
  if (named !== undefined) return named;
  const at = event.lastIndexOf('-');
  const kind = event.slice(0, at);
  const side = detail?.side === 'customer' || detail?.side === 'partner' ? mailsBySide[detail.side] : {};
  const [mail, ending] = [termOf(side, kind) ?? termOf(mails, kind), termOf(mailEndings, event.slice(at + 1))];
  return mail && ending ? `${mail}: ${ending}` : event;
};

/** A draft that saves itself is changed many times in a row: that is one line. */
const gathered = (entries: HistoryEntry[]): { entry: HistoryEntry; times: number }[] => {
  const lines: { entry: HistoryEntry; times: number }[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    const isSame = last?.entry.event === 'edited' && entry.event === 'edited' && last.entry.actor.id === entry.actor.id;
    if (last && isSame) lines[lines.length - 1] = { entry, times: last.times + 1 };
    else lines.push({ entry, times: 1 });
  }
  return lines;
};

/** One line of a history. */
const Entry = ({ entry, times }: { entry: HistoryEntry; times: number }) => {
  const { at, actor, detail } = entry;
  const styles = useStyles();
  const words = useWords();
  const own = useClaimWords();
  const formats = useFormats();
  const fileName = typeof detail?.fileName === 'string' ? detail.fileName : undefined;
  const addressReason = typeof detail?.foreignDomainReason === 'string' ? detail.foreignDomainReason : undefined;
  const reason = typeof detail?.reason === 'string' ? detail.reason : undefined;
  return (
    <li className={styles.entry}>
      <Text weight="semibold">
        {eventWords(own, entry)}
        {fileName !== undefined && `: ${fileName}`}
        {times > 1 && ` (${own.times(times)})`}
      </Text>
      <Text size={200} className={styles.quiet}>
        {formats.moment(at)} · {actor.name ?? words.actor[actor.kind]}
      </Text>
      {addressReason !== undefined && (
        <Text size={200} className={styles.quiet}>
          {own.addressReason}: {addressReason}
        </Text>
      )}
      {reason !== undefined && (
        <Text size={200} className={styles.quiet}>
          {own.reason}: {termOf(own.reasons, reason) ?? reason}
        </Text>
      )}
    </li>
  );
};
