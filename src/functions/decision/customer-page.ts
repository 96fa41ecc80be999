import type { HttpResponseInit } from '@azure/functions';
import type { Language } from '../../domain/language.ts';
import type { Service } from '../../domain/service.ts';
import { type Html, html } from '../../html/html.ts';
import { page, pageHeaders } from '../../html/page.ts';
import { explanationPath, serviceWords } from '../../words/service-words.ts';

/** A page for customers: plain HTML that works without script. */
export type CustomerPage = {
  status: number;
  language: Language;
  title: string;
  content: Html;
  /** It is the one that explains the others, and need not lead to itself. */
  isExplanation?: true;
};

/** The whole page: above it who runs the service, below it how to find out what this is and whether it is genuine. */
export const renderPage = (service: Service, { title, content, language, isExplanation }: CustomerPage): string => {
  const { byline, explained, doubts } = serviceWords(service, language);
  const link =
    isExplanation !== true && html`<p><a href="${explanationPath}?language=${language}">${explained}</a></p>`;
  return page(title, content, language, {
    above: html`<p class="byline">${byline}</p>`,
    below: html`<div class="about no-print">${link}<p>${doubts}</p></div>`,
  });
};

/** The answer with a page; without its body when only the head is asked for. */
export const pageAnswer = (service: Service, page: CustomerPage, method = 'GET'): HttpResponseInit => ({
  status: page.status,
  headers: {
    ...pageHeaders,
    'Content-Language': page.language,
    ...(page.status === 503 ? { 'Retry-After': '5' } : {}),
  },
  body: method === 'HEAD' ? '' : renderPage(service, page),
});
