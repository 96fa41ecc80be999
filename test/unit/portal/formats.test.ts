import { expect, test } from 'vitest';
import { formatsIn } from '../../../src/web/words/format.ts';

const instant = '2026-11-27T12:34:56.000Z';
/** Such as "CET", "UTC" or "GMT+1". */
const zone = '(?:[A-Z]{2,5}|GMT[+-][\\d:]+)';

test.each(['en', 'de'] as const)('a time in %s names the time zone that it is in, a day has none', (language) => {
  const { moment, second, day } = formatsIn(language);
  expect(moment(instant)).toMatch(new RegExp(`\\d{2}:34 ${zone}$`));
  expect(second(instant)).toMatch(new RegExp(`\\d{2}:34:56 ${zone}$`));
  expect(day(instant)).toMatch(/2026$/);
});
