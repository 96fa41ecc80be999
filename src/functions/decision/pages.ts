import type { PageView } from '../../claims/decision/open-link.ts';
import type { Language } from '../../domain/language.ts';
import { type Html, html } from '../../html/html.ts';
import { certificateWordsIn } from '../../words/certificate/certificate-words.ts';
import { customerName, customerVoice } from '../../words/claim-words.ts';
import { wordsIn } from '../../words/words.ts';
import type { FormError } from './answer-form.ts';
import { type CodeStep, codeContent } from './code-page.ts';
import type { CustomerPage } from './customer-page.ts';
import { outcomeTitle, receiptContent } from './receipt-page.ts';
import { inquiryContent, requestContent } from './request-page.ts';

/** The pages behind a decision link. */

const made = (status: number, language: Language, title: string, content: Html): CustomerPage => ({
  status,
  language,
  title,
  content,
});

const plain = (status: number, language: Language, { title, text }: { title: string; text: string }): CustomerPage =>
  made(status, language, title, html`<p>${text}</p>`);

/** What was sent is right in itself; the claim has changed, or has had it already. */
const conflicts: ReadonlySet<FormError['error']> = new Set([
  'holders-changed',
  'question-open',
  'no-questions-left',
  'question-too-late',
]);

/**
 * The page for what a link leads to; with `error`, what was sent could not be taken. `language`: what the browser asks for.
 * A page about a claim is in the language of its customer.
 */
export const pageFor = (view: PageView, language: Language, error?: FormError): CustomerPage => {
  const status = error === undefined ? 200 : conflicts.has(error.error) ? 409 : 422;
  const neutral = wordsIn(language).page;
  switch (view.show) {
    case 'request': {
      const { words, language } = customerVoice(view.claim);
      const title = words.mail.requestSubject(view.claim.partnerName);
      return made(status, language, title, requestContent(view, error));
    }
    case 'outcome':
      // Of what can be sent here, only the taking back of an approval can be wrong in form.
      return error?.choice === 'take-back' && view.claim.status === 'approved'
        ? receipt(view, status, { error })
        : receipt(view, 200);
    case 'inquiry': {
      const { words, language } = customerVoice(view.claim);
      return made(status, language, words.page.inquiry.title, inquiryContent(view.claim));
    }
    case 'too-late': {
      const { words, language } = customerVoice(view.claim);
      const { title, text } = words.page.tooLate;
      return plain(410, language, { title, text: text(view.claim.partnerName) });
    }
    case 'other-contact': {
      const { words, language } = customerVoice(view.claim);
      const { contactChangedSubject, contactChanged, contactChangedNext } = words.mail;
      const { partnerName } = view.claim;
      const text = words.sentences(contactChanged(partnerName, customerName(view.claim)), contactChangedNext);
      return plain(410, language, { title: contactChangedSubject(partnerName), text });
    }
    case 'replaced':
      return plain(410, language, neutral.replaced);
    case 'take-back-expired':
      return plain(410, language, neutral.receiptLinkExpired);
    case 'expired':
      return plain(410, language, neutral.linkExpired);
    case 'invalid':
      // One neutral page for every token that is not one of ours: it does not say why.
      return plain(404, language, neutral.noRequest);
  }
};

/** The page that asks for the code. A code that was typed wrong, or cannot be sent, makes it an error. */
export const codePage = (step: CodeStep): CustomerPage => {
  const { words, language } = customerVoice(step.claim);
  const isTooSoon = step.fault?.fault === 'limited' || step.fault?.fault === 'on-its-way';
  const status = step.fault === undefined ? 200 : isTooSoon ? 429 : 422;
  return made(status, language, words.code.title, codeContent(step));
};

const receipt = (
  { claim }: Extract<PageView, { show: 'outcome' }>,
  status: number,
  more: { note?: string; error?: FormError } = {},
): CustomerPage => made(status, customerVoice(claim).language, outcomeTitle(claim), receiptContent(claim, more));

/** The page for an answer that came too late: it shows the recorded one and says that nothing was changed. */
export const standingPage = (view: PageView, language: Language): CustomerPage => {
  if (view.show === 'outcome') return receipt(view, 409, { note: customerVoice(view.claim).words.page.notRecorded });
  const page = pageFor(view, language);
  return view.show === 'inquiry' ? { ...page, status: 409 } : page;
};

/** The page when something behind us is down. Nothing was recorded. */
export const tryAgainPage = (language: Language): CustomerPage => plain(503, language, wordsIn(language).page.tryAgain);

/** The page for a certificate that is not issued, because the history of its claim does not hold. */
export const noCertificatePage = (language: Language): CustomerPage =>
  plain(409, language, certificateWordsIn(language).receipt.unavailable);
