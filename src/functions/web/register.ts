import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { html } from '../../html/html.ts';
import { page, pageHeaders } from '../../html/page.ts';
import { encodingFor, type PortalFile, readPortal } from './portal-files.ts';
import { mailFrame, mailFrameHeaders, portalHeaders } from './portal-headers.ts';

/** What the portal has to know to sign people in. */
export type PortalSettings = {
  issuer: string;
  audience: string;
  /** Registration of the portal at the issuer. Without one, the portal says that sign-in is not set up. */
  clientId: string | undefined;
};

/** Entra's name of the scope: an application ID stands for itself in a token, and below `api://` in a request. */
const scopeOf = (audience: string): string =>
  `${audience.includes(':') ? audience : `api://${audience}`}/access_as_user`;

/** Beside the bundle, wherever that is. */
const folder = new URL('./web/', import.meta.url);

/** Serves the portal below `/`: its files, its settings, and one page for each address that a person can see. */
export const registerWeb = (settings: PortalSettings): void => {
  const headers = portalHeaders(settings.issuer);
  let files: Promise<Map<string, PortalFile>> | undefined;

  app.http('portal', {
    methods: ['GET', 'HEAD'],
    route: '{*path}',
    authLevel: 'anonymous',
    handler: async (request) => {
      const path = request.params.path ?? '';
      if (path === 'portal.json') return settingsAnswer(settings, headers);
      files ??= readPortal(folder).catch((error: unknown) => {
        files = undefined;
        throw error;
      });
      const portal = await files;
      // A name with an ending is a file's; all other addresses are the portal's own pages.
      const file = portal.get(path) ?? (/\.\w+$/.test(path) ? undefined : portal.get('index.html'));
      return file === undefined
        ? missing()
        : fileAnswer(file, request, path === mailFrame ? mailFrameHeaders : headers);
    },
  });
};

const settingsAnswer = (
  { issuer, audience, clientId }: PortalSettings,
  headers: Record<string, string>,
): HttpResponseInit => ({
  headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' },
  body: JSON.stringify({ apiBase: '', issuer, clientId, scope: scopeOf(audience) }),
});

const fileAnswer = (file: PortalFile, request: HttpRequest, common: Record<string, string>): HttpResponseInit => {
  const encoding = encodingFor(request.headers.get('accept-encoding'));
  // A strong tag names one form of the content.
  const etag = `"${file.etag}-${encoding}"`;
  const headers = {
    ...common,
    ETag: etag,
    Vary: 'Accept-Encoding',
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (request.headers.get('if-none-match')?.includes(etag)) return { status: 304, headers };
  const body = file.in(encoding);
  return {
    headers: {
      ...headers,
      'Content-Type': file.contentType,
      'Content-Length': String(body.length),
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    },
    ...(request.method === 'HEAD' ? {} : { body }),
  };
};

const missing = (): HttpResponseInit => ({
  status: 404,
  headers: pageHeaders,
  body: page('There is nothing here', html`<p><a href="/">To the start page</a></p>`),
});
