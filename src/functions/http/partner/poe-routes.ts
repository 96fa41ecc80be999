import { createHash } from 'node:crypto';
import type { HttpRequest } from '@azure/functions';
import * as z from 'zod';
import { addPoe } from '../../../claims/proof/add-poe.ts';
import { readPoe } from '../../../claims/proof/read-poe.ts';
import { removePoe } from '../../../claims/proof/remove-poe.ts';
import { fileIdPattern } from '../../../domain/ids.ts';
import { poeView } from '../../../domain/proof/poe-file.ts';
import { paragraph } from '../../../lib/fields.ts';
import { parse } from '../../../lib/parse.ts';
import { Problem } from '../../../lib/result.ts';
import { bodyOf } from '../../request-body.ts';
import { byteRangeOf } from '../answer/byte-range.ts';
import { fileHeaders } from '../answer/file-headers.ts';
import { mediaTypeOf } from '../body.ts';
import { withIdempotencyKey } from '../idempotency.ts';
import { etagOf, isKnown, matchedVersion } from '../preconditions.ts';
import { changeProblems, uploadProblems } from '../problem-groups.ts';
import { partnerAdmin, partnerRoles, type QueryParameter, type Route } from '../route.ts';

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

/** The partner's note on a file. */
export const noteText = paragraph(500);

export const fileNameParameter: QueryParameter = {
  description:
    'Name of the file, with its extension. It is kept without its folder, with _ for what no system takes, and in at most 150 characters; the answer has it.',
  schema: z.string().min(1),
  required: true,
};
export const noteParameter: QueryParameter = { description: 'What to say about the file.', schema: noteText };

/** The note in the query of an upload, if there is one. */
export const noteQuery = ({ query }: HttpRequest): string | undefined | Problem => {
  const note = query.get('note');
  if (note === null) return undefined;
  const parsed = parse(z.object({ note: noteText }), { note });
  return parsed instanceof Problem ? parsed : parsed.note;
};

/** The bytes of an upload as they arrive. A form is refused: it would be stored with its envelope around the file. */
export const fileOf = (request: HttpRequest): AsyncIterable<Uint8Array> | Problem =>
  mediaTypeOf(request).startsWith('multipart/')
    ? new Problem('unsupported-media-type', 'Send the bytes of the file as the body, not a form.')
    : bodyOf(request);

/** Proof of execution: the bytes of a file are the body, its name is a query parameter. */
export const poeRoutes: Route[] = [
  {
    name: 'addPoe',
    method: 'POST',
    path: 'api/claims/{id}/poe',
    roles: partnerAdmin,
    doc: {
      summary:
        'Add a proof-of-execution file to a draft, to a claim that waits for its customer, or to an approved one.',
      body: 'binary',
      query: { fileName: fileNameParameter, note: noteParameter },
      ifMatch: 'optional',
      idempotent: true,
      problems: [...uploadProblems, 'poe-too-many'],
      success: {
        status: 201,
        answer: 'PoeFile',
        headers: ['ETag', 'Location'],
        description: 'The file as it was entered on the claim.',
      },
    },
    handle: async (deps, call) => {
      const { request, caller, claim } = call;
      const ifVersion = await matchedVersion(deps, call);
      if (ifVersion instanceof Problem) return ifVersion;
      const note = noteQuery(request);
      if (note instanceof Problem) return note;
      const content = fileOf(request);
      if (content instanceof Problem) return content;
      const upload = { fileName: request.query.get('fileName') ?? '', note, content };
      let uploaded: string | undefined;
      return withIdempotencyKey(deps, {
        request,
        caller,
        // An upload that is refused before its bytes are read must still be told apart from others with its key.
        content: async () => uploaded ?? sha256Of(upload.content),
        act: async (answerToKeep) => {
          const added = await addPoe(deps, {
            caller,
            ref: claim(),
            upload,
            onInspected: (sha256) => {
              uploaded = sha256;
            },
            guard: { ifVersion, answerToKeep },
          });
          return added instanceof Problem ? added : added.stored;
        },
        answer: async (changed) => {
          const file = changed.poe.at(-1);
          return {
            status: 201,
            headers: { ETag: etagOf(changed), Location: `/api/claims/${changed.id}/poe/${file?.fileId}` },
            json: file && poeView(file),
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
      summary: 'Download a file, or a part of it.',
      ranges: true,
      problems: ['poe-malicious', 'poe-being-checked', 'poe-not-checked', 'poe-altered'],
      success: {
        status: 200,
        headers: ['ETag', 'Accept-Ranges', 'Content-Disposition', 'Content-Length'],
        description: 'The bytes, as an attachment, with the content type of the file.',
        contentType: '*/*',
      },
    },
    handle: async (deps, { request, param, claim }) => {
      if (!fileIdPattern.test(param('fileId'))) return new Problem('poe-not-found');
      const found = await readPoe(deps, claim(), param('fileId'));
      if (found instanceof Problem) return found;
      const { file, open } = found;
      const { size, sha256 } = file;
      const etag = `"${sha256}"`;
      const headers = { ETag: etag, 'Accept-Ranges': 'bytes', ...fileHeaders(file) };
      if (request.method === 'HEAD' || isKnown(request, etag)) return { status: 200, headers };
      const range = byteRangeOf(request, { size, etag });
      if (range === 'not-satisfiable') return new Problem('range-not-satisfiable', undefined, [], { size });
      const body = await open(range);
      if (body instanceof Problem) return body;
      if (range === undefined) return { status: 200, headers, body };
      const { start, end } = range;
      const part = { 'Content-Length': String(end - start + 1), 'Content-Range': `bytes ${start}-${end}/${size}` };
      return { status: 206, headers: { ...headers, ...part }, body };
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
      problems: changeProblems,
      success: { status: 204, headers: ['ETag'], description: 'Removed.' },
    },
    handle: async (deps, call) => {
      const { caller, param, claim } = call;
      const ifVersion = await matchedVersion(deps, call);
      if (ifVersion instanceof Problem) return ifVersion;
      const stored = await removePoe(deps, { caller, ref: claim(), fileId: param('fileId'), guard: { ifVersion } });
      return stored instanceof Problem ? stored : { status: 204, headers: { ETag: etagOf(stored.claim) } };
    },
  },
];
