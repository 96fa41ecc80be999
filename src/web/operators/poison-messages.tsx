import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orThrow } from '../../../client/result.ts';
import { useApi } from '../api/api-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Notice } from '../parts/notice.tsx';
import { useFormats } from '../words/format.ts';
import { useOperatorWords } from '../words/operator-words.ts';
import { type Asked, ReasonDialog } from './reason-dialog.tsx';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalL },
  message: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  text: {
    width: '100%',
    boxSizing: 'border-box',
    margin: 0,
    padding: tokens.spacingHorizontalM,
    maxHeight: '12rem',
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** Messages that could not be handled: read them, then replay or discard. */
export const PoisonMessages = () => {
  const styles = useStyles();
  const words = useOperatorWords();
  const formats = useFormats();
  const api = useApi();
  const [asked, setAsked] = useState<Asked>();
  const messages = useQuery({
    queryKey: ['operations', 'messages'],
    queryFn: async ({ signal }) => orThrow(await api.call('listPoisonMessages', { signal })).data.value,
  });
  const ask = (what: 'replay' | 'discard', messageId: string): void => {
    const name = what === 'replay' ? ('replayMessage' as const) : ('discardMessage' as const);
    setAsked({
      name: words[what],
      does: what === 'replay' ? words.replayDoes : words.discardDoes,
      run: async (reason) => {
        orThrow(await api.call(name, { path: { messageId }, body: { reason } }));
        return undefined;
      },
    });
  };
  return (
    <Loaded query={messages}>
      {(data) => (
        <>
          {data.length === 0 && <Notice title={words.none.title} text={words.none.text} />}
          <ul className={styles.list}>
            {data.map(({ messageId, putAsideAt, text, readAs }) => (
              <li key={messageId} className={styles.message}>
                <Text weight="semibold">{words.putAside(formats.moment(putAsideAt))}</Text>
                <Text>
                  {words.messageRead}: {readAs.join(', ')}
                </Text>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it. */}
                <pre className={styles.text} tabIndex={0}>
                  {text}
                </pre>
                <span className={styles.buttons}>
                  <Button onClick={() => ask('replay', messageId)}>{words.replay}</Button>
                  <Button onClick={() => ask('discard', messageId)}>{words.discard}</Button>
                </span>
              </li>
            ))}
          </ul>
          {asked && <ReasonDialog asked={asked} onClose={() => setAsked(undefined)} />}
        </>
      )}
    </Loaded>
  );
};
