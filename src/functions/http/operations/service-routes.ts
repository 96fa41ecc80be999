import { measureThroughput } from '../../../claims/operations/measure-throughput.ts';
import { overview } from '../../../claims/operations/overview.ts';
import { operator, type Route } from '../route.ts';
import { answerPage, pageQuery, scopeOf } from './paging.ts';

const runsShown = 100;
const sizes = { default: 50, max: 100 };

/** The state of the service as a whole. */
export const serviceRoutes: Route[] = [
  {
    name: 'overview',
    method: 'GET',
    path: 'api/operations/overview',
    roles: operator,
    doc: {
      summary:
        'How the service is doing, in figures and in words: claims that wait, are overdue or need attention; mails and messages that failed.',
      success: { status: 200, answer: 'Overview', description: 'As the in-flight ledger has it.' },
    },
    handle: async (deps) => ({ status: 200, json: await overview(deps) }),
  },
  {
    name: 'measureThroughput',
    method: 'GET',
    path: 'api/operations/throughput',
    roles: operator,
    doc: {
      summary:
        'Claims submitted and closed on each of the last 14 days, and how long customers took to decide, over all partners.',
      success: { status: 200, answer: 'Throughput', description: 'A figure for each day in UTC, and for all of them.' },
    },
    handle: async (deps) => ({ status: 200, json: await measureThroughput(deps) }),
  },
  {
    name: 'listReconcilerRuns',
    method: 'GET',
    path: 'api/operations/reconciler-runs',
    roles: operator,
    doc: {
      summary: 'The last run of the reconciler, and the last ones that found something.',
      success: { status: 200, answer: 'ReconcilerRuns', description: `At most ${runsShown} runs, newest first.` },
    },
    handle: async (deps) => {
      const [last, value] = await Promise.all([
        deps.operationsLog.lastRun(),
        deps.operationsLog.runsThatFound(runsShown),
      ]);
      return { status: 200, json: { last, value } };
    },
  },
  {
    name: 'listOperatorActions',
    method: 'GET',
    path: 'api/operations/actions',
    roles: operator,
    doc: {
      summary:
        'What operators did that is not about one claim: who, what and why. The rest is in the histories of claims.',
      query: pageQuery('Actions', sizes),
      success: { status: 200, answer: 'OperatorActions', description: 'A page of actions, newest first.' },
    },
    handle: (deps, { request }) =>
      answerPage(deps, request, {
        scope: scopeOf('actions'),
        sizes,
        load: ({ top, after }) => deps.operationsLog.noted(top, after),
      }),
  },
  {
    name: 'listMailFailures',
    method: 'GET',
    path: 'api/operations/mail-failures',
    roles: operator,
    doc: {
      summary: 'Mails that did not arrive in the last 30 days, whatever was done about them since.',
      query: pageQuery('Mails', sizes),
      success: { status: 200, answer: 'MailFailures', description: 'A page of mails, newest first.' },
    },
    handle: (deps, { request }) =>
      answerPage(deps, request, {
        scope: scopeOf('mail-failures'),
        sizes,
        load: ({ top, after }) => deps.mailFailures.list(top, after),
      }),
  },
];
