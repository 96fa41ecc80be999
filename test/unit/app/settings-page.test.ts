import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { settingRows } from '../../../local/docs/settings-page.ts';
import { readSettings, settingNames } from '../../../src/settings.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const page = read('docs/settings.md');
// The cast: a file of this project.
const { Values: sample } = JSON.parse(read('local.settings.sample.json')) as { Values: Record<string, string> };
// Without reminders, a window may have any length.
const roomy = { ...sample, REMINDER_DAYS: 'none', CONSENT_WINDOW_BUSINESS_DAYS: '5' };
const accepts = (changes: Record<string, string>): boolean => {
  try {
    return readSettings({ ...roomy, ...changes }) !== undefined;
  } catch {
    return false;
  }
};

const rows = settingRows().flatMap(([, group]) => group);

describe('docs/settings.md', () => {
  test('has a row with a meaning for every setting, and for no other', () => {
    const named = [...page.matchAll(/^\| `(\w+)` \|.*\| (.+) \|$/gm)].map(([, name]) => name ?? '');
    expect(named.toSorted()).toEqual(settingNames.toSorted());
    expect(rows.filter(({ description }) => !/^[A-Z].*\.$/.test(description))).toEqual([]);
  });

  test('marks exactly those as required without which the app does not start', () => {
    const needed = settingNames.filter((name) => !accepts({ [name]: '' }));
    const alternatives = ['CLAIMS_STORAGE', 'MAIL_CONNECTION_STRING', 'SERVICE_CONTACT'];
    const required = rows.filter(({ fallback }) => fallback === undefined).map(({ name }) => name);
    expect([...required, ...alternatives].toSorted()).toEqual(needed.toSorted());
  });

  test('says the ranges that are accepted', () => {
    const limits = rows.flatMap(({ name, range }) => (range ? [{ name, ...range }] : []));
    expect(limits.length).toBeGreaterThan(10);
    const tooMuch = limits.filter(({ name, max }) => accepts({ [name]: `${max + 1}` }));
    const refused = limits.filter(
      ({ name, max }) => !accepts({ DRAFT_EXPIRY_DAYS: '3650', DECISION_LINK_DAYS: '730', [name]: `${max}` }),
    );
    // The notice has to come before the expiry, which cannot be later.
    expect({ tooMuch, refused: refused.map(({ name }) => name) }).toEqual({
      tooMuch: [],
      refused: ['DRAFT_NOTICE_DAYS'],
    });
  });
});
