import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { input } from 'durable-functions';
import type { Deps, Workflow } from '../../claims/deps.ts';
import { recordConcern } from '../../claims/record-concern.ts';
import { type LinkView, openLink, recordDecision } from '../../claims/record-decision.ts';
import { takeBack } from '../../claims/take-back.ts';
import { pageHeaders } from '../../html/page.ts';
import { preferredLanguage } from '../../words/words.ts';
import { workflowOf } from '../../workflow/client.ts';
import { errorFacts } from '../http/door.ts';
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

/** Errors end in a page, and in a log line that has no path: the path holds the token. */
const answering = async (
  deps: Deps,
  operation: string,
  setting: Setting,
  answer: () => Promise<HttpResponseInit>,
): Promise<HttpResponseInit> => {
  try {
    return await answer();
  } catch (error) {
    deps.log('request-failed', { operation, ...errorFacts(error) });
    return toResponse(tryAgainPage(setting.language));
  }
};

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
    route: 'decisions/{token}',
    authLevel: 'anonymous',
    handler: (request) => {
      const setting = settingOf(deps, request);
      return answering(deps, 'showDecision', setting, async () => {
        const shown = pageFor(await openLink(deps, request.params.token ?? ''), setting);
        return toResponse(request.method === 'HEAD' ? { ...shown, body: '' } : shown);
      });
    },
  });

  app.http('recordDecision', {
    methods: ['POST'],
    route: 'decisions/{token}',
    authLevel: 'anonymous',
    extraInputs: [input.durableClient()],
    handler: (request, context) => {
      const setting = settingOf(deps, request);
      return answering(deps, 'recordDecision', setting, async () => {
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
      });
    },
  });
};
