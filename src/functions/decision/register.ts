import { app, type HttpRequest, type HttpResponseInit, type InvocationContext } from '@azure/functions';
import { input } from 'durable-functions';
import { type LinkView, openLink } from '../../claims/decision/open-link.ts';
import { recordConcern } from '../../claims/decision/record-concern.ts';
import { recordDecision } from '../../claims/decision/record-decision.ts';
import { takeBack } from '../../claims/decision/take-back.ts';
import type { Deps, Workflow } from '../../claims/deps.ts';
import type { Language } from '../../domain/language.ts';
import { pageHeaders } from '../../html/page.ts';
import { tokenIn } from '../../identity/decision-links.ts';
import { noteFacts } from '../../telemetry/operation.ts';
import { preferredLanguage } from '../../words/words.ts';
import { workflowOf } from '../../workflow/client.ts';
import { asOperation, errorFacts, problemOfError } from '../invocation.ts';
import { type CustomerReply, readReply } from './answer-form.ts';
import { pageAnswer } from './customer-page.ts';
import { pageFor, standingPage, tryAgainPage } from './pages.ts';

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

/** Records the customer's reply. `recorded`: it is on the record, from now or from before. */
const record = (
  deps: Deps,
  workflow: Workflow,
  token: string,
  { choice, text, seen }: CustomerReply,
): Promise<{ recorded: boolean; holdersChanged?: true; view: LinkView }> => {
  const withText = text === undefined ? {} : { text };
  const withReason = text === undefined ? {} : { reason: text };
  switch (choice) {
    case 'approve':
      return recordDecision(deps, workflow, token, { outcome: 'approved', seen, ...withReason });
    case 'decline':
      return recordDecision(deps, workflow, token, { outcome: 'declined', seen, ...withReason });
    case 'not-me':
      return recordConcern(deps, workflow, token, { kind: 'not-the-right-person', ...withText });
    case 'not-expected':
      return recordConcern(deps, workflow, token, { kind: 'not-expected', ...withText });
    case 'take-back':
      return takeBack(deps, workflow, token, text);
  }
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
        const shown = pageFor(await openLink(deps, request.params.token ?? ''), language);
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
        const { recorded, holdersChanged, view } = await record(deps, workflowOf(context), token, answer);
        if (holdersChanged) {
          const error = { error: 'holders-changed' as const, choice: answer.choice, text: answer.text ?? '' };
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
