import type * as z from 'zod';

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** Zod's own messages; our schemas have their own sentences. */
const ofTheLibrary = /^(?:Invalid |Too (?:small|big))/;

const bound = (origin: string, which: 'least' | 'most', limit: number | bigint): string => {
  if (origin === 'string') return `must have at ${which} ${limit} characters`;
  if (origin === 'array' || origin === 'set') return `must have at ${which} ${limit} entries`;
  return `must be at ${which} ${limit}`;
};

/** What is wrong with a value, to follow its name; the message of the schema where it has one. */
export const issueMessage = (issue: z.core.$ZodIssue): string => {
  if (!ofTheLibrary.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `must be ${String(issue.values[0])}`
        : `must be one of: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return bound(issue.origin, 'least', issue.minimum);
    case 'too_big':
      return bound(issue.origin, 'most', issue.maximum);
    case 'invalid_format':
      return issue.format === 'url' ? 'must be a web address' : 'has another form than it needs';
    default:
      return 'is not accepted';
  }
};
