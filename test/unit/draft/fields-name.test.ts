import { describe, expect, test } from 'vitest';
import { parseAsync } from '../../../src/lib/parse.ts';
import { personName } from '../../../src/lib/person-name.ts';
import { nameInWords } from '../../../src/words/name-in-words.ts';

describe('A person may be called', () => {
  test.each([
    ['J.Smith', 'J. Smith'],
    ['Dr.Schmidt', 'Dr. Schmidt'],
    ['Prof.Dr.Weber', 'Prof. Dr. Weber'],
    ['A.P.J.Abdul Kalam', 'A.P.J. Abdul Kalam'],
    ['Anna M.Sc.', 'Anna M. Sc.'],
    ['Ma.Teresa Cruz', 'Ma. Teresa Cruz'],
    ['Mary-Jane O’Neil, Ph.D.', 'Mary-Jane O’Neil, Ph.D.'],
    ['Müller', 'Müller'],
    ['山田　太郎', '山田 太郎'],
  ])('%s, in a mail %s', async (given, inMail) => {
    expect(nameInWords(String(await parseAsync(personName, given)))).toBe(inMail);
  });

  test('with blanks, which are collapsed', async () => {
    expect(await parseAsync(personName, '  Dana \u00a0 Müller\u200b ')).toBe('Dana Müller');
  });

  test('a name that runs right to left, which turns nothing around it in a mail', () => {
    expect(nameInWords('דנה לי')).toBe('\u2068דנה לי\u2069');
    expect(nameInWords('Dana\u200f')).toBe('\u2068Dana\u200f\u2069');
  });
});

describe('No one is called', () => {
  test.each([
    'https://contoso.com',
    'www.contoso',
    'dana@contoso.com',
    'contoso.com',
    'Call contoso.com now',
    'Contoso.Com',
    'bank-login.co.uk',
    'evil.example/pay',
    'почта.рф',
    'Abc.Com',
  ])('%s', async (given) => {
    expect(await parseAsync(personName, given)).toMatchObject({
      code: 'invalid-characters',
      detail: expect.stringContaining('must not hold a web or e-mail address'),
    });
  });
});
