import { locateClaim } from '../../../claims/locate-claim.ts';
import { reviewPoe } from '../../../claims/operations/actions/review-poe.ts';
import { readPoe } from '../../../claims/proof/read-poe.ts';
import { fileIdPattern } from '../../../domain/ids.ts';
import { asActor } from '../../../identity/caller.ts';
import { Problem } from '../../../lib/result.ts';
import { fileHeaders } from '../answer/file-headers.ts';
import { changeProblems } from '../problem-groups.ts';
import { type Route, reviewer } from '../route.ts';

/** What reviewers see of the proof. */
export const reviewRoutes: Route[] = [
  {
    name: 'reviewPoe',
    method: 'GET',
    path: 'api/operations/claims/{id}/poe/{fileId}',
    roles: reviewer,
    durable: true,
    doc: {
      summary: 'Download a file of a submitted claim of any partner. Each look is in the history of the claim.',
      problems: [
        ...changeProblems,
        'poe-not-found',
        'poe-malicious',
        'poe-being-checked',
        'poe-not-checked',
        'poe-altered',
      ],
      success: {
        status: 200,
        headers: ['Content-Disposition', 'Content-Length'],
        description: 'The bytes, as an attachment, with the content type of the file.',
        contentType: '*/*',
      },
    },
    handle: async (deps, { request, caller, param, workflow }) => {
      const fileId = param('fileId');
      const ref = await locateClaim(deps, workflow(), param('id'));
      if (ref instanceof Problem) return ref;
      if (!fileIdPattern.test(fileId)) return new Problem('poe-not-found');
      if (request.method === 'HEAD') {
        const found = await readPoe(deps, ref, fileId);
        return found instanceof Problem ? found : { status: 200, headers: fileHeaders(found.file) };
      }
      const reviewed = await reviewPoe(deps, ref, { by: asActor(caller, 'operator'), fileId });
      if (reviewed instanceof Problem) return reviewed;
      const body = await reviewed.open();
      return body instanceof Problem ? body : { status: 200, headers: fileHeaders(reviewed.file), body };
    },
  },
];
