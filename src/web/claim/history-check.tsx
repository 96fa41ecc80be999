import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import type { HistoryVerification } from '../../../client/generated.ts';
import { useClaimWords } from '../words/claim-words.ts';

/** What the service found when it checked a history; `undefined` while it does. */
export type CheckState = { data?: HistoryVerification | undefined; error: Error | null };

/** Whether a history holds, and whether the record agrees with it. */
export const HistoryCheck = ({ check: { data, error } }: { check: CheckState }) => {
  const words = useClaimWords();
  if (data === undefined) return <Text>{error === null ? words.checking : words.notChecked}</Text>;
  return (
    <MessageBar intent={data.intact ? 'success' : 'error'} layout="multiline">
      <MessageBarBody>
        {resultWords(words, data)}
        {data.chain.erasedEntries > 0 && ` ${words.erasedEntries(data.chain.erasedEntries)}`}
      </MessageBarBody>
    </MessageBar>
  );
};

const resultWords = (words: ReturnType<typeof useClaimWords>, { intact, chain }: HistoryVerification): string => {
  if (intact) return words.intact(chain.entries);
  return chain.firstBrokenEntry === undefined ? words.differs : words.broken(chain.firstBrokenEntry);
};
