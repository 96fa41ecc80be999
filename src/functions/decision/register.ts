import { app, type HttpRequest, type HttpResponseInit, type InvocationContext } from '@azure/functions';
import { input } from 'durable-functions';
import { recordConcern } from '../../claims/decision/record-concern.ts';
import { type LinkView, openLink, recordDecision } from '../../claims/decision/record-decision.ts';
import { takeBack } from '../../claims/decision/take-back.ts';
import type { Deps, Workflow } from '../../claims/deps.ts';
import { pageHeaders } from '../../html/page.ts';
import { noteFacts } from '../../telemetry/operation.ts';
import { preferredLanguage } from '../../words/words.ts';
import { workflowOf } from '../../workflow/client.ts';
import { asOperation, errorFacts, problemOfError } from '../invocation.ts';
import { type Answer, readAnswer } from './answer-form.ts';
import { type DecisionPage, pageFor, type Setting, standingPage, tryAgainPage } from './pages.ts';

const toResponse = ({ status, language, body }: DecisionPage): HttpResponseInit => ({
  status,
  headers: { ...pageHeaders, 'Content-Language': language, ...(status === 503 ? { 'Retry-After': '5' } : {}) },
  body,
});

const settingOf = (deps: Deps, request: HttpRequest): Setting => ({
  onSilence: deps.policy.onSilence,
  language: preferredLanguage(request.headers.get('accept-language')),
});

const path = 'decisions/{token}';

/** Errors end in a page, and in a log line that has no path: the path holds the token. */
const answering = (
  deps: Deps,
  { name, request, context }: { name: string; request: HttpRequest; context: InvocationContext },
  answer: (setting: Setting) => Promise<HttpResponseInit>,
): Promise<HttpResponseInit> =>
  asOperation(deps, { name, path, request, context }, async () => {
    const setting = settingOf(deps, request);
    try {
      return await answer(setting);
    } catch (error) {
      deps.log('request-failed', { operation: name, ...errorFacts(error) });
      noteFacts({ code: problemOfError(error).code });
      return toResponse(tryAgainPage(setting.language));
    }
  });

/** Carries out what the customer sent. `recorded`: it stands in the record, now or since an earlier time. */
const record = (
  deps: Deps,
  workflow: Workflow,
  token: string,
  { choice, text }: Answer,
): Promise<{ recorded: boolean; view: LinkView }> => {
  const withText = text === undefined ? {} : { text };
  const withReason = text === undefined ? {} : { reason: text };
  switch (choice) {
    case 'approve':
      return recordDecision(deps, workflow, token, { outcome: 'approved', ...withReason });
    case 'decline':
      return recordDecision(deps, workflow, token, { outcome: 'declined', ...withReason });
    case 'not-me':
      return recordConcern(deps, workflow, token, { kind: 'not-the-right-person', ...withText });
    case 'not-expected':
      return recordConcern(deps, workflow, token, { kind: 'not-expected', ...withText });
    case 'take-back':
      return takeBack(deps, workflow, token, text);
  }
};

/** The customer's door. Reading (GET, HEAD: people, scanners, previews) changes nothing; only the form's POST does. */
export const registerDecision = (deps: Deps): void => {
  app.http('showDecision', {
    methods: ['GET', 'HEAD'],
    route: path,
    authLevel: 'anonymous',
    handler: (request, context) =>
      answering(deps, { name: 'showDecision', request, context }, async (setting) => {
        const shown = pageFor(await openLink(deps, request.params.token ?? ''), setting);
        return toResponse(request.method === 'HEAD' ? { ...shown, body: '' } : shown);
      }),
  });

  app.http('recordDecision', {
    methods: ['POST'],
    route: path,
    authLevel: 'anonymous',
    extraInputs: [input.durableClient()],
    handler: (request, context) =>
      answering(deps, { name: 'recordDecision', request, context }, async (setting) => {
        const token = request.params.token ?? '';
        // A form on another site cannot know the token; if it does, it still may not press the button for the customer.
        if (request.headers.get('sec-fetch-site') === 'cross-site') {
          return toResponse(pageFor({ show: 'invalid' }, setting));
        }
        const answer = await readAnswer(request);
        if ('error' in answer) return toResponse(pageFor(await openLink(deps, token), setting, answer));
        const { recorded, view } = await record(deps, workflowOf(context), token, answer);
        if (!recorded) return toResponse(standingPage(view, setting));
        // See other: a reload of the page that follows sends nothing again.
        return { status: 303, headers: { ...pageHeaders, Location: `/decisions/${token}` } };
      }),
  });
};
