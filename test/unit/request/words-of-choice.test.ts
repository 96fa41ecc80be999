import { expect, test } from 'vitest';
import { languages } from '../../../src/domain/language.ts';
import { renderPage } from '../../../src/functions/decision/customer-page.ts';
import { explanationPage } from '../../../src/functions/decision/explanation-page.ts';
import { pageFor } from '../../../src/functions/decision/pages.ts';
import { customerInWords, customerVoice } from '../../../src/words/claim-words.ts';
import { wordsIn } from '../../../src/words/words.ts';
import { submittedRecord, waitingRecord } from '../../support/claims/records.ts';
import { testService } from '../../support/service.ts';
import { visibleText } from '../../support/text/visible-text.ts';

/** Words that depend on the claim. */

test.each(languages)('In %s the text field names a question only while one can be asked', (language) => {
  const customer = { ...submittedRecord().customer, language };
  const open = waitingRecord({ customer });
  const asked = waitingRecord({
    customer,
    question: { comment: 1, askedAt: '2026-11-20T10:00:00.000Z' },
  });
  const labelOf = (claim: typeof open) =>
    /<label for="reason">(.*)<\/label>/.exec(
      pageFor({ show: 'request', holders: [], claim }, language).content.text,
    )?.[1];
  const { text, textWithoutQuestion } = wordsIn(language).page;
  expect(labelOf(open)).toBe(text(open.partnerName));
  expect(labelOf(asked)).toBe(textWithoutQuestion(open.partnerName));
});

test.each(languages)('In %s no two activities of the explanation have the same name', (language) => {
  const names = Object.values({ ...wordsIn(language).activities, ...wordsIn(language).about.page.usages });
  expect(new Set(names).size).toBe(names.length);
  const text = visibleText(renderPage(testService, explanationPage(testService, language)));
  for (const name of names) expect(text).toContain(name);
});

test('a customer without a name is named once, by its domain', () => {
  const claim = submittedRecord();
  const { name: _, ...nameless } = { ...claim.customer, domain: 'contoso.example' };
  const words = (customer: typeof claim.customer) =>
    customerInWords({ ...claim, customer }, customerVoice({ ...claim, customer }));
  expect(words(nameless)).toBe('contoso.example');
  expect(words({ ...nameless, name: 'contoso.example' })).toBe('contoso.example');
  expect(words({ ...nameless, name: 'Contoso' })).toBe('Contoso (contoso.example)');
});
