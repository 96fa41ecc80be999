import { app } from '@azure/functions';
import type { Deps } from '../../claims/deps.ts';
import { explanationPath } from '../../words/service-words.ts';
import { languageOf, preferredLanguage } from '../../words/words.ts';
import { asOperation } from '../invocation.ts';
import { pageAnswer } from './customer-page.ts';
import { explanationPage } from './explanation-page.ts';

const path = explanationPath.slice(1);

/** Serves the page that explains requests. It is public and knows no claim; `language` goes before what the browser asks for. */
export const registerExplanation = (deps: Deps): void => {
  app.http('showExplanation', {
    methods: ['GET', 'HEAD'],
    route: path,
    authLevel: 'anonymous',
    handler: (request, context) =>
      asOperation(deps, { name: 'showExplanation', path, request, context }, async () => {
        const language =
          languageOf(request.query.get('language') ?? '') ?? preferredLanguage(request.headers.get('accept-language'));
        return pageAnswer(deps.service, explanationPage(deps.service, language), request.method);
      }),
  });
};
