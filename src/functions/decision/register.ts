import { app, type HttpRequest, type HttpResponseInit, type InvocationContext } from '@azure/functions';
import { input } from 'durable-functions';
import { askQuestion } from '../../claims/decision/ask-question.ts';
import { type LinkView, openLink } from '../../claims/decision/open-link.ts';
import { recordConcern } from '../../claims/decision/record-concern.ts';
import { recordDecision } from '../../claims/decision/record-decision.ts';
import { takeBack } from '../../claims/decision/take-back.ts';
import type { Deps, Workflow } from '../../claims/deps.ts';
import type { Decision } from '../../domain/claim.ts';
import type { Language } from '../../domain/language.ts';
import { pageHeaders } from '../../html/page.ts';
import { tokenIn } from '../../identity/decision-links.ts';
import { present } from '../../lib/present.ts';
import { noteFacts } from '../../telemetry/operation.ts';
import { preferredLanguage } from '../../words/words.ts';
import { workflowOf } from '../../workflow/client.ts';
import { asOperation, errorFacts, problemOfError } from '../invocation.ts';
import { type CustomerReply, type FormError, readReply } from './answer-form.ts';
import { certificateForLink } from './certificate-answer.ts';
import type { CodeStep } from './code-page.ts';
import { codeStep, sendCode } from './code-step.ts';
import { pageAnswer } from './customer-page.ts';
import { codePage, pageFor, standingPage, tryAgainPage } from './pages.ts';

const path = 'decisions/{token}';

/** Errors end in a page, and in a log line that has no path: the path holds the token. */
const answering = (
  deps: Deps,
  { name, request, context }: { name: string; request: HttpRequest; context: InvocationContext },
  answer: (language: Language) => Promise<HttpResponseInit>,
): Promise<HttpResponseInit> =>
  asOperation(deps, { name, path, request, context }, async () => {
    const language = preferredLanguage(request.headers.get('accept-language'));
    try {
      return await answer(language);
    } catch (error) {
      deps.log('request-failed', { operation: name, ...errorFacts(error) });
      noteFacts({ code: problemOfError(error).code });
      return pageAnswer(deps.service, tryAgainPage(language));
    }
  });

/** What came of a reply. `recorded`: it is on the record, from now or from before. */
type Replied = { recorded: boolean; refusal?: FormError['error']; view: LinkView } | { step: CodeStep };

/** Records the customer's reply. */
const record = async (deps: Deps, workflow: Workflow, token: string, reply: CustomerReply): Promise<Replied> => {
  const { choice, text } = reply;
  const withText = text === undefined ? {} : { text };
  switch (choice) {
    case 'approve':
      return decide(deps, workflow, token, 'approved', reply);
    case 'decline':
      return decide(deps, workflow, token, 'declined', reply);
    case 'not-me':
      return recordConcern(deps, workflow, token, { kind: 'not-the-right-person', ...withText });
    case 'not-expected':
      return recordConcern(deps, workflow, token, { kind: 'not-expected', ...withText });
    case 'ask':
      return askQuestion(deps, workflow, token, text ?? '');
    case 'take-back':
      return takeBack(deps, workflow, token, text);
  }
};

/** Takes an answer, or asks for the code that has to come first. */
const decide = async (
  deps: Deps,
  workflow: Workflow,
  token: string,
  outcome: Decision['outcome'],
  { text, seen, code, again }: CustomerReply,
): Promise<Replied> => {
  const answer = { outcome, seen, ...present({ reason: text }) };
  const result = again ? undefined : await recordDecision(deps, workflow, token, { ...answer, ...present({ code }) });
  if (result?.holdersChanged) return { recorded: false, refusal: 'holders-changed', view: result.view };
  if (result !== undefined && result.refusal === undefined) return { recorded: result.recorded, view: result.view };
  const before =
    result?.refusal === undefined
      ? await sendCode(deps, token, answer, { again: true })
      : await codeStep(deps, token, answer, { refusal: result.refusal, view: result.view });
  if ('step' in before) return before;
  return 'view' in before
    ? { recorded: false, view: before.view }
    : { recorded: false, refusal: 'holders-changed', view: { show: 'invalid' } };
};

/** `null`: our pages send no referrer, so neither do their forms; then the other header tells whether the form is ours. */
const isFromElsewhere = ({ url, headers }: HttpRequest, publicUrl: string): boolean => {
  const origin = headers.get('origin') ?? 'null';
  const ours = ['null', new URL(publicUrl).origin, new URL(url).origin];
  return headers.get('sec-fetch-site') === 'cross-site' || !ours.includes(origin);
};

/** The customer's door. Reading (GET, HEAD: people, scanners, previews) changes nothing; only the form's POST does. */
export const registerDecision = (deps: Deps): void => {
  app.http('showDecision', {
    methods: ['GET', 'HEAD'],
    route: path,
    authLevel: 'anonymous',
    handler: (request, context) =>
      answering(deps, { name: 'showDecision', request, context }, async (language) => {
        const view = await openLink(deps, request.params.token ?? '');
        const certificate = request.query.has('certificate') ? await certificateForLink(deps, view) : undefined;
        if (certificate !== undefined && 'headers' in certificate) {
          return request.method === 'HEAD' ? { ...certificate, body: '' } : certificate;
        }
        const shown = certificate ?? pageFor(view, language);
        return pageAnswer(deps.service, shown, request.method);
      }),
  });

  app.http('recordDecision', {
    methods: ['POST'],
    route: path,
    authLevel: 'anonymous',
    extraInputs: [input.durableClient()],
    handler: (request, context) =>
      answering(deps, { name: 'recordDecision', request, context }, async (language) => {
        const token = tokenIn(request.params.token ?? '');
        // A form on another site cannot know the token; if it does, it still may not press the button for the customer.
        if (isFromElsewhere(request, deps.publicUrl)) {
          return pageAnswer(deps.service, pageFor({ show: 'invalid' }, language));
        }
        const answer = await readReply(request);
        if ('error' in answer) return pageAnswer(deps.service, pageFor(await openLink(deps, token), language, answer));
        const replied = await record(deps, workflowOf(context), token, answer);
        if ('step' in replied) return pageAnswer(deps.service, codePage(replied.step));
        const { recorded, refusal, view } = replied;
        if (refusal !== undefined) {
          const error = { error: refusal, choice: answer.choice, text: answer.text ?? '' };
          return pageAnswer(deps.service, pageFor(await openLink(deps, token), language, error));
        }
        if (!recorded) {
          // An open request is shown with who holds it by now.
          const shown = view.show === 'request' ? await openLink(deps, token) : view;
          return pageAnswer(deps.service, standingPage(shown, language));
        }
        // See other: a reload of the page that follows sends nothing again.
        return { status: 303, headers: { ...pageHeaders, Location: `/decisions/${token}` } };
      }),
  });
};
