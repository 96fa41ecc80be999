import type { FieldError } from '../../../client/generated.ts';
import { ProblemError } from '../../../client/result.ts';
import { useWords } from '../words/words-context.ts';

/** What to read about an error at a field: the API's own words are English, and stand where the portal has no better ones. */
export const useProblemWords = () => {
  const { problems } = useWords();
  return ({ code, message }: Pick<FieldError, 'code' | 'message'>): string => problems[code] ?? message;
};

/** What to read about an error that no field is to blame for. */
export const useErrorWords = () => {
  const { shell, problems } = useWords();
  return (error: unknown): string => {
    if (!(error instanceof ProblemError)) return shell.offline;
    const { status, code, detail, traceId } = error.problem;
    return status < 500 ? (problems[code] ?? detail) : `${shell.unexpected} ${shell.trace(traceId)}`;
  };
};
