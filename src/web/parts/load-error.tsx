import { Button } from '@fluentui/react-components';
import { ProblemError } from '../../../client/result.ts';
import { useWords } from '../words/words-context.ts';
import { Notice } from './notice.tsx';

/** What to read about an error that no field is to blame for. */
export const useErrorWords = () => {
  const { shell } = useWords();
  return (error: unknown): string => {
    if (!(error instanceof ProblemError)) return shell.offline;
    const { status, detail, traceId } = error.problem;
    return status < 500 ? detail : `${shell.unexpected} ${shell.trace(traceId)}`;
  };
};

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
