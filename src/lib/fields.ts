import { domainToASCII } from 'node:url';
import * as z from 'zod';
import { cleanLine, cleanLines, unstorableIn } from './clean-text.ts';
import type { ProblemCode } from './result.ts';

/** The building blocks of every request body: each refuses with its own code. */

/** What a check of ours refuses with. */
export const refusal = (code: ProblemCode, message: string) => ({ params: { code }, error: message });

/** A check that refuses with `code`, in the words that `fault` finds for the value. */
const unless =
  (code: ProblemCode, fault: (value: string) => string | undefined): z.core.CheckFn<string> =>
  ({ value, issues }) => {
    const message = fault(value);
    if (message !== undefined) issues.push({ code: 'custom', input: value, params: { code }, message });
  };

const notBlank = (value: string): boolean => value !== '';

/** The same schema for the same length: making one takes longer than using it, and every start of the app makes them all. */
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
    z
      .string()
      .check(
        z.overwrite(clean),
        z.maxLength(max, `At most ${max} characters.`),
        z.refine(notBlank, refusal('too-short', 'Must not be blank.')),
        unless('invalid-characters', unstorableIn),
      ),
  );

/** One line of text of 1 to `max` characters. Blanks, line breaks and invisible marks are tidied before it is stored. */
export const line = textField(cleanLine);

/** Text with line breaks, of 1 to `max` characters. Line breaks are stored as LF, invisible marks are not stored. */
export const paragraph = textField(cleanLines);

/** A web address, with or without what comes before and after the host. */
const webAddress = /:\/\/|www\.|\.\p{L}{2,}[/?#:]/iu;

/** The name of a person. It stands in the greeting of a mail, where mail programs make a link of all that looks like a host. */
export const personName = line(100).refine(
  (value) => !webAddress.test(value) && !/[\p{L}\p{N}]\.\p{L}{2,}/u.test(value),
  refusal('invalid-characters', 'A name holds no web address; after a dot comes a blank.'),
);

/** The name of an organisation, which stands in mails too. It may well be called "Contoso.com". */
export const organisationName = line(200).refine(
  (value) => !webAddress.test(value),
  refusal('invalid-characters', 'A name holds no web address.'),
);

const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A GUID, stored in lower case. */
export const guid = z
  .string()
  .refine((value) => guidPattern.test(value), refusal('invalid-guid', 'Must be a GUID: 8-4-4-4-12 hexadecimal digits.'))
  .transform((value) => value.toLowerCase())
  .meta({ format: 'uuid' });

const domainPattern =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;

// What reads a URL's host cuts a path off, drops tabs and decodes '%': text with any of these is no domain name.
const asciiDomain = (text: string): string => (/[/?#\\%\s]/.test(text) ? '' : domainToASCII(text).toLowerCase());

/** A DNS name with at least two labels; stored in lower case, international names in their ASCII form. */
export const domainName = z
  .string()
  .max(253, 'At most 253 characters.')
  .transform((value) => asciiDomain(value.trim()))
  .refine(
    (value) => domainPattern.test(value),
    refusal('invalid-domain', 'Must be a domain name such as contoso.com.'),
  );

const mailPattern =
  /^(?=[^@]{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

/** An e-mail address that the mail service accepts. */
export const email = z
  .string()
  .max(254, 'At most 254 characters.')
  .refine(
    (value) => mailPattern.test(value),
    refusal('invalid-email', 'Must be an e-mail address such as name@contoso.com.'),
  )
  .meta({ format: 'email' });

const isTimeZone = (value: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** An IANA time zone such as `Europe/Berlin`. */
export const timeZone = z
  .string()
  .max(64, 'At most 64 characters.')
  .refine(isTimeZone, refusal('invalid-value', 'Must be an IANA time zone such as Europe/Berlin.'));

/** A country code, ISO 3166-1 alpha-2, in capitals. */
export const country = z
  .string()
  .refine((value) => /^[A-Z]{2}$/.test(value), refusal('invalid-value', 'Must be a country code of two capitals.'));

/** A day of the calendar, such as `2026-11-20`. */
export const day = z
  .string()
  .refine(
    (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value),
    refusal('invalid-value', 'Must be a day such as 2026-11-20.'),
  );

/** 31 February is no day, though it can be read as one. */
const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/** An MPN ID: the number of a partner location. */
export const mpnId = z
  .string()
  .refine(
    (value) => /^\d{5,10}$/.test(value),
    refusal('invalid-value', 'Must be a number of 5 to 10 digits, as text.'),
  );

/** A list of codes without repeats. */
export const codeList = (max: number) =>
  z
    .array(line(100))
    .min(1, 'At least one.')
    .max(max, `At most ${max}.`)
    .refine((codes) => new Set(codes).size === codes.length, refusal('duplicate', 'Names the same thing twice.'));
