import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { listen, parseJson, type RunningServer, readBody, sendJson, sendMissing, sendPage, sendText } from '../web.ts';
import { createDeliveryReports, type ReportsOptions } from './delivery-reports.ts';
import { createFaults } from './faults.ts';
import { parseMessage } from './message.ts';
import { openOutbox } from './outbox.ts';
import { framedHtml, mailPage, outboxPage } from './outbox-page.ts';
import { isSigned } from './signature.ts';

export type MailServerOptions = {
  port: number;
  /** Base64, as in the connection string. */
  accessKey: string;
  /** Where the outbox is kept. */
  file: string;
  /** Where the delivery of each mail is reported; nowhere when it is not given. */
  reports?: ReportsOptions;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The error shape of Azure Communication Services. */
const refuse = (
  response: ServerResponse,
  status: number,
  { code, message, headers = {} }: { code: string; message: string; headers?: Record<string, string> },
) => sendJson(response, status, { error: { code, message } }, { 'x-ms-error-code': code, ...headers });

/**
 * An e-mail service that speaks the REST protocol of Azure Communication Services, so that the unmodified EmailClient
 * works against it, and that shows what it took in: as a page at `/` and as `/outbox.json`.
 */
export const startMailServer = async (options: MailServerOptions): Promise<RunningServer> => {
  const { port, accessKey, file } = options;
  const outbox = openOutbox(file);
  const reports = options.reports && createDeliveryReports(options.reports);
  const faults = createFaults();

  const send = async (request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> => {
    const operationId = request.headers['operation-id'] ?? randomUUID();
    if (typeof operationId !== 'string' || !UUID.test(operationId)) {
      return refuse(response, 400, { code: 'BadRequest', message: 'Operation-Id must be a UUID.' });
    }
    const parsed = parseMessage(parseJson(body));
    if ('problem' in parsed) return refuse(response, 400, { code: 'BadRequest', message: parsed.problem });

    const fault = faults.next();
    if (fault?.kind === 'throttle') {
      const headers = { 'retry-after': `${fault.retryAfterSeconds}` };
      return refuse(response, 429, { code: 'TooManyRequests', message: 'Too many requests.', headers });
    }
    if (fault?.kind === 'error') {
      return refuse(response, fault.status, { code: 'InternalServerError', message: 'The service failed.' });
    }
    const isNew = outbox.add(operationId.toLowerCase(), parsed.message);
    if (isNew) reports?.send(operationId.toLowerCase(), parsed.message);
    if (fault?.kind === 'lost-answer') {
      request.socket.destroy();
      return;
    }
    if (fault?.kind === 'delay') await pause(fault.ms);
    const location = `http://${request.headers.host}/emails/operations/${operationId}?api-version=2025-09-01`;
    sendJson(
      response,
      202,
      { id: operationId, status: 'Running' },
      { 'operation-location': location, 'retry-after': '1' },
    );
  };

  const operation = (response: ServerResponse, operationId: string) => {
    if (outbox.has(operationId.toLowerCase())) return sendJson(response, 200, { id: operationId, status: 'Succeeded' });
    refuse(response, 404, { code: 'OperationNotFound', message: 'The operation does not exist.' });
  };

  const service = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const body = await readBody(request);
    if (!isSigned(request, body, accessKey)) {
      return refuse(response, 401, { code: 'Denied', message: 'Denied by the resource provider.' });
    }
    if (!url.searchParams.has('api-version')) {
      return refuse(response, 400, { code: 'MissingApiVersion', message: 'api-version is required.' });
    }
    if (request.method === 'POST' && url.pathname === '/emails:send') return send(request, response, body);
    const operationId = /^\/emails\/operations\/([^/]+)$/.exec(url.pathname)?.[1];
    if (request.method === 'GET' && operationId) return operation(response, operationId);
    refuse(response, 404, { code: 'NotFound', message: 'There is no such operation.' });
  };

  const changeFaults = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'DELETE') faults.clear();
    const problem = request.method === 'POST' ? faults.order(parseJson(await readBody(request))) : undefined;
    if (problem) return sendJson(response, 400, { error: problem });
    sendJson(response, 200, { pending: faults.pending() });
  };

  const show = (response: ServerResponse, url: URL) => {
    const to = url.searchParams.get('to') ?? '';
    const claim = url.searchParams.get('claim') ?? '';
    const filter = { to: to || undefined, claim: claim || undefined };
    if (url.pathname === '/outbox.json') return sendJson(response, 200, { value: outbox.list(filter) });
    if (url.pathname === '/') {
      return sendPage(response, 200, outboxPage(outbox.list(filter), { to, claim }), "form-action 'self'");
    }
    const [, id = '', part] = /^\/outbox\/([^/]+)(\/html)?$/.exec(url.pathname) ?? [];
    const mail = outbox.find(id);
    if (!mail) return sendMissing(response, url, 'Outbox');
    if (part) {
      const sandbox = 'sandbox allow-popups allow-popups-to-escape-sandbox';
      return sendPage(response, 200, framedHtml(mail), `img-src data:; frame-ancestors 'self'; ${sandbox}`);
    }
    const view = url.searchParams.get('view') === 'text' || !mail.html ? 'text' : 'html';
    sendPage(response, 200, mailPage(mail, view), "frame-src 'self'");
  };

  const server = await listen(port, (request, response, url) => {
    if (url.pathname.startsWith('/emails')) return service(request, response, url);
    if (url.pathname === '/faults') return changeFaults(request, response);
    if (request.method === 'GET' || request.method === 'HEAD') return show(response, url);
    sendText(response, 405, 'Method not allowed.');
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    await reports?.stop();
    outbox.close();
  };
  return { url: server.url, stop };
};
