import { Button } from '@fluentui/react-components';
import { useWords } from '../words/words-context.ts';
import { Notice } from './notice.tsx';
import { useErrorWords } from './problem-words.ts';

/** In the place of what could not be loaded. */
export const LoadError = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const { shell } = useWords();
  const wordsOf = useErrorWords();
  return (
    <div role="alert">
      <Notice title={shell.failed} text={wordsOf(error)}>
        <Button onClick={onRetry}>{shell.tryAgain}</Button>
      </Notice>
    </div>
  );
};
