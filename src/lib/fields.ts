import * as z from 'zod';
import { type Fault, noFault, refusal } from './checks.ts';
import { cleanGuid, cleanMpnId, guidFault, mpnIdFault } from './clean-ids.ts';
import { cleanLine, cleanLines, unstorableIn } from './clean-text.ts';

/** The building blocks of every request body: each refuses with its own code. */

const notBlank = (value: string): boolean => value !== '';

/** Caches one schema per length: creating a schema costs more than using it, and every start creates them all. */
const byLength = (make: (max: number) => z.ZodString) => {
  const made = new Map<number, z.ZodString>();
  return (max: number): z.ZodString => {
    const schema = made.get(max) ?? make(max);
    made.set(max, schema);
    return schema;
  };
};

const textField = (clean: (text: string) => string) =>
  byLength((max) =>
    z.string().check(
      // First on the text as it came, with room for what is tidied away: cleaning takes time that grows with the length.
      z.maxLength(4 * max + 1000, { error: `At most ${max} characters.`, abort: true }),
      z.overwrite(clean),
      z.maxLength(max, { error: `At most ${max} characters.`, abort: true }),
      z.refine(notBlank, refusal('too-short', 'Must not be blank.')),
      noFault(unstorableIn),
    ),
  );

/** One line of text of 1 to `max` characters. Blanks, line breaks and invisible marks are tidied before it is stored. */
export const line = textField(cleanLine);

/** Text with line breaks, of 1 to `max` characters. Line breaks are stored as LF, invisible marks are not stored. */
export const paragraph = textField(cleanLines);

/** A GUID, stored in lower case with hyphens. Taken with braces, quotes, blanks, other dashes or none, and as a URN. */
export const guid = z
  .string()
  .max(100, { error: 'At most 100 characters.', abort: true })
  .check(z.overwrite(cleanGuid), noFault(guidFault))
  .meta({
    description: 'A GUID. Braces, quotes, blanks and other dashes are taken; stored in lower case with hyphens.',
  });

/** Rejects days such as 31 February, which `Date` would turn into 2 or 3 March. */
const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

const dayFault = (text: string): Fault | undefined => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text)) return undefined;
  return { code: 'invalid-value', message: `Must be a day such as 2026-11-20. '${text}' is not read as one.` };
};

/** A day of the calendar, such as `2026-11-20`. */
export const day = z.string().max(100, { error: 'At most 100 characters.', abort: true }).check(noFault(dayFault));

/** An MPN ID: the number of a partner location, stored as digits. Taken with blanks and separators, and as a number. */
export const mpnId = z.preprocess(
  (value) => (Number.isSafeInteger(value) ? String(value) : value),
  z
    .string()
    .max(100, { error: 'At most 100 characters.', abort: true })
    .check(z.overwrite(cleanMpnId), noFault(mpnIdFault))
    .meta({ description: 'A number of 5 to 10 digits. Blanks and separators are taken; stored as digits.' }),
);

/** A list of codes without repeats. */
export const codeList = (max: number) =>
  z
    .array(line(100))
    .min(1, 'At least one.')
    .max(max, `At most ${max}.`)
    .refine((codes) => new Set(codes).size === codes.length, refusal('duplicate', 'Names the same thing twice.'));
