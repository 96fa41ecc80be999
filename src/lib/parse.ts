import type * as z from 'zod';
import { issueMessage } from './issue-message.ts';
import { problemKinds } from './problem-codes.ts';
import { type FieldError, fieldProblem, Problem, type ProblemCode } from './result.ts';

type Issue = z.core.$ZodIssue;

const codeOf = (issue: Issue): ProblemCode => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'wrong-type';
    case 'invalid_value':
      return issue.input === undefined ? 'required' : 'invalid-value';
    case 'too_big':
      return 'too-long';
    case 'too_small':
      return 'too-short';
    case 'unrecognized_keys':
      return 'unknown-field';
    case 'custom': {
      const code: unknown = issue.params?.code;
      return typeof code === 'string' && code in problemKinds ? (code as ProblemCode) : 'invalid-value';
    }
    default:
      return 'invalid-value';
  }
};

const messageOf = (issue: Issue, code: ProblemCode): string => {
  if (code === 'required') return 'This field is required.';
  const message = issueMessage(issue);
  return message === issue.message ? message : `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
};

const errorsOf = (issue: Issue): FieldError[] => {
  const path = issue.path.join('.');
  // One error per unknown key, with the key's own path, so that callers need not parse a message.
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: path === '' ? key : `${path}.${key}`,
      code: 'unknown-field',
      message: 'This field is not known here.',
    }));
  }
  const code = codeOf(issue);
  return [{ path, code, message: messageOf(issue, code) }];
};

const outcomeOf = <T>(result: z.ZodSafeParseResult<T>): T | Problem => {
  if (result.success) return result.data;
  const [first, ...rest] = result.error.issues.flatMap(errorsOf);
  return first === undefined ? new Problem('invalid-value') : fieldProblem([first, ...rest]);
};

/** The parsed input, or one problem that names every invalid field. */
export const parse = <T>(schema: z.ZodType<T>, input: unknown): T | Problem =>
  outcomeOf(schema.safeParse(input, { reportInput: true }));

/** `parse` for schemas whose checks load what they need: names of people, time zones, languages. */
export const parseAsync = async <T>(schema: z.ZodType<T>, input: unknown): Promise<T | Problem> =>
  outcomeOf(await schema.safeParseAsync(input, { reportInput: true }));
