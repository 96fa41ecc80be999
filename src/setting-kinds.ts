import * as z from 'zod';

// Compiling a checker costs more than the few objects that one instance checks.
z.config({ jitless: true });

/** Kinds of settings that are more than a text: what each may be, and what becomes of it. */

export const count = (fallback: number, max: number) =>
  z.coerce.number().check(z.int(), z.gte(1), z.lte(max)).default(fallback);

/** What people read as a name, in one line. */
export const named = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}*$/u, 'has a control character');

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether no one on the way can read what is asked of an address: links that decide are part of it. */
export const isPrivate = (address: string): boolean => {
  // What is no URL has been named already.
  if (!URL.canParse(address)) return true;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
};

/** An NCRONTAB expression; the Functions host parses it. */
export const schedule = z.string().min(1).meta({ format: 'ncrontab' });

const jsonText = z
  .string()
  .meta({ format: 'json' })
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'is not valid JSON' });
      return z.NEVER;
    }
  });

export const linkKeys = jsonText.pipe(
  z
    .array(
      z.strictObject({
        kid: z.string().min(1),
        key: z.string().regex(/^[\w-]{43,}$/, 'needs 32 bytes or more, base64url'),
      }),
    )
    .min(1)
    .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, 'has a kid twice'),
);

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

export const holidays = jsonText.pipe(
  z.record(
    z.string().regex(/^[A-Z]{2}$/, 'has a country that is not two capitals'),
    z.array(z.string().refine(isDay, 'has a day that is not in the calendar')),
  ),
);

/** Days for which claims that are over are kept, by how they ended; what is not named keeps its default. */
export const retention = jsonText.pipe(
  z.strictObject({
    cancelled: z.int().gte(1).lte(36_500).default(90),
    withdrawn: z.int().gte(1).lte(36_500).default(365),
    expired: z.int().gte(1).lte(36_500).default(730),
    declined: z.int().gte(1).lte(36_500).default(730),
    ended: z.int().gte(1).lte(36_500).default(730),
  }),
);

export const reminderDays = z
  .string()
  // Aborts: the rule across settings below needs the list.
  .regex(/^(none|\d{1,2}(,\d{1,2})*)$/, { error: 'is a list of business days such as 3,5, or none', abort: true })
  .transform((text) => (text === 'none' ? [] : text.split(',').map(Number)))
  .refine((days) => days.every((day, index) => day > (days[index - 1] ?? 0)), 'must rise');
