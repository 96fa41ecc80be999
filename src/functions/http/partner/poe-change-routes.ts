import * as z from 'zod';
import { notePoe } from '../../../claims/proof/note-poe.ts';
import { replacePoe } from '../../../claims/proof/replace-poe.ts';
import { fileIdPattern } from '../../../domain/ids.ts';
import { poeView } from '../../../domain/proof/poe-file.ts';
import { Problem } from '../../../lib/result.ts';
import { readJson } from '../body.ts';
import { etagOf, matchedVersion } from '../preconditions.ts';
import { changeProblems, textProblems, uploadProblems } from '../problem-groups.ts';
import { partnerAdmin, type Route } from '../route.ts';
import { fileNameParameter, fileOf, noteParameter, noteQuery, noteText } from './poe-routes.ts';

const noteBody = z.strictObject({ note: noteText.nullable().describe('Your note on the file; null removes it.') });

/** Changing a file of a draft. */
export const poeChangeRoutes: Route[] = [
  {
    name: 'replacePoe',
    method: 'PUT',
    path: 'api/claims/{id}/poe/{fileId}',
    roles: partnerAdmin,
    doc: {
      summary: 'Put other bytes in the place of a file of a draft.',
      body: 'binary',
      query: {
        fileName: fileNameParameter,
        note: { ...noteParameter, description: 'A new note; the old one stays without it.' },
      },
      ifMatch: 'optional',
      problems: [...uploadProblems, 'poe-too-many'],
      success: {
        status: 200,
        answer: 'PoeFile',
        headers: ['ETag'],
        description: 'The file as it stands on the claim now.',
      },
    },
    handle: async (deps, call) => {
      const { request, caller, param, claim } = call;
      const ifVersion = await matchedVersion(deps, call);
      if (ifVersion instanceof Problem) return ifVersion;
      const note = noteQuery(request);
      if (note instanceof Problem) return note;
      if (!fileIdPattern.test(param('fileId'))) return new Problem('poe-not-found');
      const fileName = request.query.get('fileName') ?? '';
      const content = fileOf(request);
      if (content instanceof Problem) return content;
      const upload = { fileName, note, content };
      const change = { caller, ref: claim(), fileId: param('fileId'), guard: { ifVersion } };
      const replaced = await replacePoe(deps, { ...change, upload });
      if (replaced instanceof Problem) return replaced;
      const { stored, file } = replaced;
      return { status: 200, headers: { ETag: etagOf(stored.claim) }, json: poeView(file) };
    },
  },
  {
    name: 'notePoe',
    method: 'PATCH',
    path: 'api/claims/{id}/poe/{fileId}',
    roles: partnerAdmin,
    doc: {
      summary: 'Set or remove the note of a file of a draft.',
      body: noteBody,
      ifMatch: 'optional',
      problems: [...changeProblems, ...textProblems, 'poe-too-many'],
      success: {
        status: 200,
        answer: 'PoeFile',
        headers: ['ETag'],
        description: 'The file as it stands on the claim now.',
      },
    },
    handle: async (deps, call) => {
      const { request, caller, param, claim } = call;
      const ifVersion = await matchedVersion(deps, call);
      if (ifVersion instanceof Problem) return ifVersion;
      const body = await readJson(request, noteBody);
      if (body instanceof Problem) return body;
      const fileId = param('fileId');
      const stored = await notePoe(deps, { caller, ref: claim(), fileId, note: body.input.note, guard: { ifVersion } });
      if (stored instanceof Problem) return stored;
      const file = stored.claim.poe.find((entry) => entry.fileId === fileId);
      return file === undefined
        ? new Problem('poe-not-found')
        : { status: 200, headers: { ETag: etagOf(stored.claim) }, json: poeView(file) };
    },
  },
];
