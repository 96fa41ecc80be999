import { activityCodes } from '../../domain/catalogue/catalogue-shape.ts';
import { type Language, languages } from '../../domain/language.ts';
import type { Service } from '../../domain/service.ts';
import { html } from '../../html/html.ts';
import { certificateWordsIn } from '../../words/certificate/certificate-words.ts';
import { wordsIn } from '../../words/words.ts';
import type { CustomerPage } from './customer-page.ts';

/** Each language by its own name. */
const languageNames: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
  'pt-BR': 'Português (Brasil)',
};

/** The page that explains requests to everyone: it knows no claim. */
export const explanationPage = (service: Service, language: Language): CustomerPage => {
  const { about, activities } = wordsIn(language);
  const { page } = about;
  const names = { ...activities, ...page.usages };
  const certificate = certificateWordsIn(language);
  const { association, check, answer, leave } = page;
  const host = new URL(service.url).host;
  const choice = (other: Language) =>
    other === language
      ? html`<li lang="${other}"><strong aria-current="true">${languageNames[other]}</strong></li>`
      : html`<li lang="${other}"><a href="?language=${other}" hreflang="${other}">${languageNames[other]}</a></li>`;
  const content = html`<nav aria-label="${page.languages}" class="no-print"><ul class="languages">${languages.map(choice)}</ul></nav>
<p>${page.lead(service.name, service.operator)}</p>
<h2>${association.heading}</h2>
<p>${association.text}</p>
<p>${association.sees}</p>
<p>${association.one}</p>
<h2>${page.activities}</h2>
<ul>${activityCodes.map((code) => html`<li>${about.role(names[code], about.activities[code](about.thePartner))}</li>`)}</ul>
<h2>${check.heading}</h2>
<ul>
<li>${check.sender(service.sender)}</li>
<li>${check.links(host)}</li>
<li>${check.claim}</li>
<li>${check.never}</li>
</ul>
<p>${check.unsure(service.contact)}</p>
<h2>${answer.heading}</h2>
<p>${answer.text}</p>
<p>${answer.code}</p>
<h2>${certificate.title}</h2>
<p>${certificate.verify.lead}</p>
<p><a href="/certificates?language=${language}">${certificate.verify.title}</a></p>
<h2>${leave.heading}</h2>
<p>${leave.text}</p>
<p>${leave.lost(service.contact)}</p>`;
  return { status: 200, language, title: page.title, content, isExplanation: true };
};
