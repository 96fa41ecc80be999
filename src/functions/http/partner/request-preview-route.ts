import { previewRequest } from '../../../claims/request/preview-request.ts';
import { Problem } from '../../../lib/result.ts';
import { partnerRoles, type Route } from '../route.ts';

/** Previews the mail that the customer will read after step 10 of docs/domain.md. */
export const requestPreviewRoute: Route = {
  name: 'previewRequest',
  method: 'GET',
  path: 'api/claims/{id}/request-preview',
  roles: partnerRoles,
  doc: {
    summary: 'The mail that asks the customer for approval, in the language of the customer and with no link in it.',
    problems: ['action-not-allowed'],
    success: {
      status: 200,
      answer: 'RequestPreview',
      description: 'The mail as it would leave now; … stands for what the draft does not say yet.',
    },
  },
  handle: async (deps, { claim }) => {
    const preview = await previewRequest(deps, claim());
    return preview instanceof Problem ? preview : { status: 200, json: preview };
  },
};
