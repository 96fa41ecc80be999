import { app, type HttpRequest, type HttpResponseInit, type InvocationContext } from '@azure/functions';
import { checkCertificate } from '../../claims/certificate/check-certificate.ts';
import type { Deps } from '../../claims/deps.ts';
import type { Language } from '../../domain/language.ts';
import { noteFacts } from '../../telemetry/operation.ts';
import { languageOf, preferredLanguage } from '../../words/words.ts';
import { type CustomerPage, pageAnswer } from '../decision/customer-page.ts';
import { asOperation, errorFacts, problemOfError } from '../invocation.ts';
import { notCheckedPage, resultPage, uploadPage } from './pages.ts';
import { readUpload } from './read-upload.ts';

const path = 'certificates';

/** Errors end in a page, and in a log line. */
const answering = (
  deps: Deps,
  { name, request, context }: { name: string; request: HttpRequest; context: InvocationContext },
  answer: (language: Language) => Promise<CustomerPage>,
): Promise<HttpResponseInit> =>
  asOperation(deps, { name, path, request, context }, async () => {
    const language =
      languageOf(request.query.get('language') ?? '') ?? preferredLanguage(request.headers.get('accept-language'));
    try {
      return pageAnswer(deps.service, await answer(language), request.method);
    } catch (error) {
      deps.log('request-failed', { operation: name, ...errorFacts(error) });
      noteFacts({ code: problemOfError(error).code });
      return pageAnswer(deps.service, notCheckedPage(language));
    }
  });

/** The public door to certificates: whoever has one can verify it. Nothing of what is sent is kept. */
export const registerCertificates = (deps: Deps): void => {
  app.http('showCertificateForm', {
    methods: ['GET', 'HEAD'],
    route: path,
    authLevel: 'anonymous',
    handler: (request, context) =>
      answering(deps, { name: 'showCertificateForm', request, context }, async (language) => uploadPage(language)),
  });

  app.http('verifyCertificate', {
    methods: ['POST'],
    route: path,
    authLevel: 'anonymous',
    handler: (request, context) =>
      answering(deps, { name: 'verifyCertificate', request, context }, async (language) => {
        const upload = await readUpload(request);
        if ('error' in upload) return uploadPage(language, upload.error);
        return resultPage(language, await checkCertificate(deps, upload));
      }),
  });
};
