import * as z from 'zod';
import type { Deps } from '../../../claims/deps.ts';
import { asActor } from '../../../identity/caller.ts';
import { Problem } from '../../../lib/result.ts';
import { readPlatformEvents } from '../../platform-event.ts';
import { readJson } from '../body.ts';
import { textProblems } from '../problem-groups.ts';
import { reasonBody } from '../reason-body.ts';
import { type Call, operator, type Route } from '../route.ts';

/** The form of a message ID of Queue storage. */
const messageIdShape = z.guid();
const shownCharacters = 4000;

/** Hides mail addresses but for their domain, which is enough to investigate. */
const withoutNames = (text: string): string =>
  // Matching the @ at the end of each run keeps this linear; a search from each character would be quadratic.
  text.replaceAll(/[\p{L}\p{N}._%+'-]+@?/gu, (run) => (run.endsWith('@') ? '…@' : run));

/** Logs the action, then does it with one message of the poison queue. */
const withMessage = async (
  deps: Deps,
  { request, caller, param }: Call,
  action: 'replay-message' | 'discard-message',
  act: (messageId: string) => Promise<boolean>,
) => {
  const body = await readJson(request, reasonBody);
  if (body instanceof Problem) return body;
  const messageId = messageIdShape.safeParse(param('messageId'));
  if (!messageId.success) return new Problem('message-not-found');
  const by = asActor(caller, 'operator');
  const { reason } = body.input;
  const noted = { at: deps.now().toISOString(), by, action, subject: messageId.data, reason };
  const conclude = await deps.operationsLog.note(noted);
  const outcome = (await act(messageId.data)) ? 'done' : 'message-not-found';
  await conclude(outcome);
  return outcome === 'done' ? { status: 204 } : new Problem(outcome);
};

/** The poison queue: platform events that could not be handled. */
export const poisonRoutes: Route[] = [
  {
    name: 'listPoisonMessages',
    method: 'GET',
    path: 'api/operations/poison-messages',
    roles: operator,
    doc: {
      summary: 'Messages that could not be handled, with what the app makes of them.',
      success: {
        status: 200,
        answer: 'PoisonMessages',
        description: 'The oldest, 32 at most, and how many there are.',
      },
    },
    handle: async (deps) => {
      const [messages, about] = await Promise.all([deps.poison.peek(), deps.poison.count()]);
      const value = messages.map(({ text, ...message }) => ({
        ...message,
        text: withoutNames(text).slice(0, shownCharacters),
        readAs: readPlatformEvents(text).map((event) => (event.kind === 'unusable' ? event.code : event.kind)),
      }));
      return { status: 200, json: { value, count: about } };
    },
  },
  {
    name: 'replayMessage',
    method: 'POST',
    path: 'api/operations/poison-messages/{messageId}/replay',
    roles: operator,
    doc: {
      summary: 'Put a message back into its queue, to be handled again.',
      body: reasonBody,
      problems: [...textProblems, 'message-not-found'],
      success: { status: 204, description: 'It is in the queue.' },
    },
    handle: (deps, call) => withMessage(deps, call, 'replay-message', deps.poison.replay),
  },
  {
    name: 'discardMessage',
    method: 'POST',
    path: 'api/operations/poison-messages/{messageId}/discard',
    roles: operator,
    doc: {
      summary: 'Throw a message away.',
      body: reasonBody,
      problems: [...textProblems, 'message-not-found'],
      success: { status: 204, description: 'It is gone.' },
    },
    handle: (deps, call) => withMessage(deps, call, 'discard-message', deps.poison.discard),
  },
];
