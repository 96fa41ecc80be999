import { useMemo } from 'react';
import type { PortalLanguage } from './words.ts';
import { useLanguage } from './words-context.ts';

const dayMs = 86_400_000;

export const unitSeconds = { minute: 60, hour: 3_600, day: 86_400 };
export type DurationUnit = keyof typeof unitSeconds;

/** The unit in which a duration of so many seconds is easy to read. */
export const durationUnit = (seconds: number): DurationUnit =>
  seconds < 2 * unitSeconds.hour ? 'minute' : seconds < 2 * unitSeconds.day ? 'hour' : 'day';

/** Days, moments and figures as a language writes them, in the time zone of the reader. */
export const formatsIn = (language: PortalLanguage) => {
  const locale = language === 'en' ? 'en-GB' : language;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const wholeDay = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const second = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const zone = new Intl.DateTimeFormat(locale, { timeZoneName: 'short' });
  /** A time with its zone: the mails about the same moment have the customer's. */
  const withZone = (format: Intl.DateTimeFormat, iso: string): string => {
    const at = new Date(iso);
    const name = zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return `${format.format(at)} ${name}`.trimEnd();
  };
  const utcDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const distance = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const lasting = (count: number, unit: DurationUnit): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 }).format(count);
  return {
    /** Of a moment, in the time zone of the reader. A day without a time is the same one wherever the reader is. */
    day: (iso: string) => (iso.includes('T') ? day : wholeDay).format(new Date(iso)),
    moment: (iso: string) => withZone(moment, iso),
    /** A day that is one in UTC wherever the reader is. */
    utcDay: (day: string) => utcDay.format(new Date(`${day}T00:00:00Z`)),
    /** Such as "3.5 hours". */
    duration: (seconds: number) => {
      const unit = durationUnit(seconds);
      return lasting(seconds / unitSeconds[unit], unit);
    },
    /** With seconds. */
    second: (iso: string) => withZone(second, iso),
    /** Such as "in 2 days" or "3 hours ago". */
    distance: (iso: string, now = Date.now()) => {
      const ms = new Date(iso).getTime() - now;
      if (Math.abs(ms) >= dayMs) return distance.format(Math.trunc(ms / dayMs), 'day');
      if (Math.abs(ms) >= 3_600_000) return distance.format(Math.trunc(ms / 3_600_000), 'hour');
      return distance.format(Math.trunc(ms / 60_000), 'minute');
    },
    figure: (value: number) => figure.format(value),
    bytes: (size: number) =>
      size < 1024 * 1024
        ? `${figure.format(Math.max(1, Math.round(size / 1024)))} KB`
        : `${figure.format(size / 1024 / 1024)} MB`,
  };
};

export type Formats = ReturnType<typeof formatsIn>;

export const useFormats = (): Formats => {
  const { language } = useLanguage();
  return useMemo(() => formatsIn(language), [language]);
};
