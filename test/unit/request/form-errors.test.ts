import { expect, test } from 'vitest';
import { formErrorText, maxTextLength } from '../../../src/functions/decision/answer-form.ts';
import { wordsIn } from '../../../src/words/words.ts';

test.each([
  ['en', 'The text is too long: at most 1,000 characters. Yours has 1,204.'],
  ['de', 'Der Text ist zu lang: höchstens 1.000 Zeichen. Ihrer hat 1.204.'],
  ['ja', '文字数が多すぎます。1,000 文字以内でご記入ください。現在は 1,204 文字です。'],
] as const)('In %s, a text that is too long is measured', (language, words) => {
  const text = 'x'.repeat(maxTextLength + 204);
  expect(formErrorText({ error: 'text-too-long', text }, wordsIn(language))).toBe(words);
});

test.each(['en', 'de', 'es', 'fr', 'ja', 'pt-BR'] as const)(
  'In %s, a character that cannot be stored is named, with its place',
  (language) => {
    const words = formErrorText({ error: 'text-characters', text: 'Não é\u0007 nosso' }, wordsIn(language));
    expect(words).toContain('U+0007');
    expect(words).toMatch(/\b6\b/);
  },
);

test('What is not about the text says what to do', () => {
  expect(formErrorText({ error: 'no-choice', text: '' }, wordsIn('en'))).toBe('Please choose one of the answers.');
});
