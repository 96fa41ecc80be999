import { createHash } from 'node:crypto';
import { addPoe } from '../../claims/add-poe.ts';
import { readPoe, removePoe } from '../../claims/poe-files.ts';
import { fileIdPattern } from '../../domain/ids.ts';
import { Problem } from '../../domain/result.ts';
import { bodyOf } from './body.ts';
import { once } from './idempotency.ts';
import { etagOf, matchedVersion } from './preconditions.ts';
import { partnerAdmin, partnerRoles, type Route } from './route.ts';

const sha256Of = async (content: AsyncIterable<Uint8Array>): Promise<string> => {
  const hash = createHash('sha256');
  try {
    for await (const part of content) hash.update(part);
  } catch {
    // Bytes that were half taken can be no upload that was answered before.
    return 'incomplete';
  }
  return hash.digest('hex');
};

/** RFC 6266: an ASCII name for old clients, the real one in UTF-8 beside it. */
const attachment = (fileName: string): string => {
  const ascii = fileName.replaceAll(/[^\x20-\x7e]|["%\\]/g, '_');
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};

/** Proof of execution: the bytes of a file are the body, its name is a query parameter. */
export const poeRoutes: Route[] = [
  {
    name: 'addPoe',
    method: 'POST',
    path: 'api/claims/{id}/poe',
    roles: partnerAdmin,
    doc: {
      summary: 'Add a proof-of-execution file to a draft or an approved claim.',
      body: 'binary',
      query: { fileName: 'Name of the file, with its extension.' },
      ifMatch: 'optional',
      idempotent: true,
      success: { status: 201, description: 'The file as it was entered on the claim.' },
    },
    handle: async (deps, { request, caller, claim }) => {
      const ifVersion = matchedVersion(request);
      if (ifVersion instanceof Problem) return ifVersion;
      // A form would be stored with its envelope around the file.
      if (request.headers.get('content-type')?.startsWith('multipart/')) {
        return new Problem('unsupported-media-type', 'Send the bytes of the file as the body, not a form.');
      }
      const upload = { fileName: request.query.get('fileName') ?? '', content: bodyOf(request) };
      let uploaded: string | undefined;
      return once(deps, {
        request,
        caller,
        // An upload that was refused before its bytes were taken still has to be told from another one under the same key.
        content: async () => uploaded ?? sha256Of(upload.content),
        act: async (keep) => {
          const added = await addPoe(deps, caller, claim(), upload, {
            ifVersion,
            onInspected: (sha256) => {
              uploaded = sha256;
            },
            keep,
          });
          return added instanceof Problem ? added : added.stored;
        },
        answer: async (changed) => {
          const file = changed.poe.at(-1);
          return {
            status: 201,
            headers: { ETag: etagOf(changed), Location: `/api/claims/${changed.id}/poe/${file?.fileId}` },
            json: file,
          };
        },
      });
    },
  },
  {
    name: 'readPoe',
    method: 'GET',
    path: 'api/claims/{id}/poe/{fileId}',
    roles: partnerRoles,
    doc: {
      summary: 'Download a file.',
      success: { status: 200, description: 'The bytes, as an attachment.', contentType: 'application/octet-stream' },
    },
    handle: async (deps, { param, claim }) => {
      if (!fileIdPattern.test(param('fileId'))) return new Problem('poe-not-found');
      const found = await readPoe(deps, claim(), param('fileId'));
      if (found instanceof Problem) return found;
      const { file, bytes } = found;
      return {
        status: 200,
        headers: {
          'Content-Type': file.contentType,
          'Content-Length': String(file.size),
          'Content-Disposition': attachment(file.fileName),
          'Content-Security-Policy': "sandbox; default-src 'none'",
        },
        body: bytes,
      };
    },
  },
  {
    name: 'removePoe',
    method: 'DELETE',
    path: 'api/claims/{id}/poe/{fileId}',
    roles: partnerAdmin,
    doc: {
      summary: 'Remove a file from a draft.',
      ifMatch: 'optional',
      success: { status: 204, description: 'Removed.' },
    },
    handle: async (deps, { request, caller, param, claim }) => {
      const version = matchedVersion(request);
      if (version instanceof Problem) return version;
      const stored = await removePoe(deps, caller, claim(), param('fileId'), version);
      return stored instanceof Problem ? stored : { status: 204, headers: { ETag: etagOf(stored.claim) } };
    },
  },
];
