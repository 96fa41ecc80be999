import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { input } from 'durable-functions';
import { z } from 'zod';
import type { Deps } from '../../claims/deps.ts';
import { type CustomerAnswer, openLink, recordDecision } from '../../claims/record-decision.ts';
import { paragraph } from '../../domain/fields.ts';
import { parse } from '../../domain/parse.ts';
import { Problem } from '../../domain/result.ts';
import { pageHeaders } from '../../html/page.ts';
import { workflowOf } from '../../workflow/client.ts';
import { readText } from '../http/body.ts';
import { errorFacts } from '../http/door.ts';
import { type DecisionPage, type FormError, pageFor, standingPage, tryAgainPage } from './pages.ts';

const maxFormBytes = 16 * 1024;
const reason = paragraph(1000);
const choice = z.enum(['approve', 'decline']);

const toResponse = ({ status, body }: DecisionPage): HttpResponseInit => ({
  status,
  headers: { ...pageHeaders, ...(status === 503 ? { 'Retry-After': '5' } : {}) },
  body,
});

/** The answer in the form, or what is wrong with it. */
const readForm = async (request: HttpRequest): Promise<CustomerAnswer | FormError> => {
  const text = await readText(request, maxFormBytes);
  if (text instanceof Problem) return { message: 'The form could not be read. Please send it again.', reason: '' };
  const form = new URLSearchParams(text);
  // Browsers send line breaks as CR LF; the reason is kept with plain ones.
  const given = (form.get('reason') ?? '').replaceAll(/\r\n|[\u2028\u2029]/g, '\n').trim();
  const decision = parse(choice, form.get('decision'));
  if (decision instanceof Problem) return { message: 'Please choose whether you approve or decline.', reason: given };
  const outcome = decision === 'approve' ? 'approved' : 'declined';
  if (given === '') return { outcome };
  const checked = parse(reason, given);
  return checked instanceof Problem
    ? { message: `Reason: ${checked.detail}`, reason: given }
    : { outcome, reason: checked };
};

/** Errors end in a page, and in a log line that has no path: the path holds the token. */
const answering = async (
  deps: Deps,
  operation: string,
  answer: () => Promise<HttpResponseInit>,
): Promise<HttpResponseInit> => {
  try {
    return await answer();
  } catch (error) {
    deps.log('request-failed', { operation, ...errorFacts(error) });
    return toResponse(tryAgainPage);
  }
};

/** The customer's door. Reading (GET, HEAD: people, scanners, previews) changes nothing; only the form's POST decides. */
export const registerDecision = (deps: Deps): void => {
  const { onSilence } = deps.policy;

  app.http('showDecision', {
    methods: ['GET', 'HEAD'],
    route: 'decisions/{token}',
    authLevel: 'anonymous',
    handler: (request) =>
      answering(deps, 'showDecision', async () => {
        const shown = pageFor(await openLink(deps, request.params.token ?? ''), onSilence);
        return toResponse(request.method === 'HEAD' ? { ...shown, body: '' } : shown);
      }),
  });

  app.http('recordDecision', {
    methods: ['POST'],
    route: 'decisions/{token}',
    authLevel: 'anonymous',
    extraInputs: [input.durableClient()],
    handler: (request, context) =>
      answering(deps, 'recordDecision', async () => {
        const token = request.params.token ?? '';
        // A form on another site cannot know the token; if it does, it still may not press the button for the customer.
        if (request.headers.get('sec-fetch-site') === 'cross-site')
          return toResponse(pageFor({ show: 'invalid' }, onSilence));
        const form = await readForm(request);
        if ('message' in form) return toResponse(pageFor(await openLink(deps, token), onSilence, form));
        const { recorded, view } = await recordDecision(deps, workflowOf(context), token, form);
        if (!recorded) return toResponse(standingPage(view, onSilence));
        // See other: a reload of the receipt sends nothing again.
        return { status: 303, headers: { ...pageHeaders, Location: `/decisions/${token}` } };
      }),
  });
};
