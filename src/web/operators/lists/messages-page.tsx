import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orThrow } from '../../../../client/result.ts';
import { useApi } from '../../api/api-context.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Card } from '../../parts/page.tsx';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { DoneBar } from '../done-bar.tsx';
import { OperatorFrame } from '../operator-frame.tsx';
import { messagesQuery } from '../operator-queries.ts';
import { ReasonButton } from '../reason-button.tsx';

const useStyles = makeStyles({
  text: {
    maxHeight: '20rem',
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  summary: { cursor: 'pointer' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  count: { display: 'block', marginBottom: tokens.spacingVerticalM },
});

/** Platform events that could not be handled: to be retried, or discarded. */
export const MessagesPage = () => {
  const styles = useStyles();
  const { messages: words, columns, rooms } = useOperatorWords();
  const formats = useFormats();
  const api = useApi();
  const [done, setDone] = useState('');
  const messages = useQuery(messagesQuery(api));
  return (
    <OperatorFrame title={rooms.messages} lead={words.lead}>
      <DoneBar text={done} />
      <Card>
        <Loaded query={messages}>
          {({ value, count }) =>
            value.length === 0 ? (
              <Notice title={words.none} text={words.noneHint} />
            ) : (
              <>
                <Text className={styles.count}>{words.count(count)}</Text>
                <DataTable
                  caption={rooms.messages}
                  rows={value}
                  keyOf={({ messageId }) => messageId}
                  columns={[
                    { name: columns.at, cell: ({ movedAt }) => formats.moment(movedAt) },
                    { name: columns.readAs, cell: ({ readAs }) => readAs.join(', ') || '–' },
                    {
                      name: columns.message,
                      cell: ({ text }) => (
                        <details>
                          <summary className={styles.summary}>{words.show}</summary>
                          <div className={styles.text}>{text}</div>
                        </details>
                      ),
                    },
                    {
                      name: columns.action,
                      cell: ({ messageId }) => (
                        <span className={styles.actions}>
                          <ReasonButton
                            name={words.replay}
                            label={words.replayOf(messageId)}
                            text={words.replayText}
                            size="small"
                            run={async (reason) => {
                              orThrow(await api.call('replayMessage', { path: { messageId }, body: { reason } }));
                              return words.replayed;
                            }}
                            onDone={setDone}
                          />
                          <ReasonButton
                            name={words.discard}
                            label={words.discardOf(messageId)}
                            text={words.discardText}
                            size="small"
                            run={async (reason) => {
                              orThrow(await api.call('discardMessage', { path: { messageId }, body: { reason } }));
                              return words.discarded;
                            }}
                            onDone={setDone}
                          />
                        </span>
                      ),
                    },
                  ]}
                />
              </>
            )
          }
        </Loaded>
      </Card>
    </OperatorFrame>
  );
};
