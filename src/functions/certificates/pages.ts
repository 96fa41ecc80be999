import type { CertificateCheck } from '../../claims/certificate/check-certificate.ts';
import type { Language } from '../../domain/language.ts';
import { type Html, html } from '../../html/html.ts';
import { certificateWordsIn } from '../../words/certificate/certificate-words.ts';
import type { CertificateWords } from '../../words/certificate/en.ts';
import { momentInWords } from '../../words/moments.ts';
import { wordsIn } from '../../words/words.ts';
import type { CustomerPage } from '../decision/customer-page.ts';

/** The public page that verifies certificates. */

/** Why nothing was checked. */
export type UploadError = keyof CertificateWords['verify']['errors'];

const statusOf: Record<UploadError, number> = { 'no-file': 422, 'too-large': 413, unreadable: 422 };

const made = (status: number, language: Language, title: string, content: Html): CustomerPage => ({
  status,
  language,
  title,
  content,
});

/** The form; with `error`, what was sent could not be checked. */
export const uploadPage = (language: Language, error?: UploadError): CustomerPage => {
  const { verify } = certificateWordsIn(language);
  return made(
    error === undefined ? 200 : statusOf[error],
    language,
    verify.title,
    html`${error && html`<p class="note error" role="alert">${verify.errors[error]}</p>`}
<p>${verify.lead}</p>
<form method="post" enctype="multipart/form-data">
<label for="certificate">${verify.file}</label>
<p><input type="file" id="certificate" name="certificate" accept="application/pdf,.pdf" required></p>
<p><button type="submit">${verify.button}</button></p>
</form>`,
  );
};

/** What was found. It says no more about the claim than the certificate does, but whether that still holds. */
export const resultPage = (language: Language, check: CertificateCheck): CustomerPage => {
  const { verify } = certificateWordsIn(language);
  const again = html`<p><a href="/certificates?language=${language}">${verify.again}</a></p>`;
  if (!check.genuine) {
    return made(
      200,
      language,
      verify.notGenuine,
      html`<p class="note error" role="alert">${verify.notGenuineText}</p>${again}`,
    );
  }
  const { state } = check;
  const isWrong = state === 'contradicted';
  return made(
    200,
    language,
    verify.genuine,
    html`<p>${verify.genuineText}</p>
<dl>${factsOf(check, language).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
<h2>${verify.today}</h2>
<p class="note${isWrong && ' error'}" role="${isWrong ? 'alert' : 'status'}">${verify.state[state]}</p>
${again}`,
  );
};

const factsOf = (
  { facts }: Extract<CertificateCheck, { genuine: true }>,
  language: Language,
): [label: string, value: string][] => {
  const { labels } = wordsIn(language);
  const own = certificateWordsIn(language);
  return [
    [labels.claim, facts.claimId],
    [labels.partner, facts.partnerName],
    [own.labels.customer, facts.customerName],
    [own.labels.outcome, own.outcomes[facts.outcome]],
    [own.labels.asOf, momentInWords(facts.asOf, { language })],
  ];
};

/** The page when something behind us is down: nothing was checked. */
export const notCheckedPage = (language: Language): CustomerPage => {
  const { title, text } = certificateWordsIn(language).verify.tryAgain;
  return made(503, language, title, html`<p>${text}</p>`);
};
