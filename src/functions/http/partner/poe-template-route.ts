import { readClaim } from '../../../claims/partner-claims.ts';
import { poeTypes } from '../../../domain/proof/poe-rules.ts';
import { policyOf } from '../../../domain/request/claim-policy.ts';
import { Problem } from '../../../lib/result.ts';
import { attachment } from '../answer/attachment.ts';
import { partnerRoles, type Route } from '../route.ts';

const contentType = poeTypes.docx?.contentType ?? 'application/octet-stream';

/** "Download template" in step 9 of docs/domain.md. */
export const poeTemplateRoute: Route = {
  name: 'readPoeTemplate',
  method: 'GET',
  path: 'api/claims/{id}/poe-template',
  roles: partnerRoles,
  doc: {
    summary: 'The template for proof of execution, filled in from the claim.',
    success: {
      status: 200,
      headers: ['Content-Disposition', 'Content-Length'],
      description: 'A Word document, as an attachment.',
      contentType,
    },
  },
  handle: async (deps, { claim }) => {
    const found = await readClaim(deps, claim());
    if (found instanceof Problem) return found;
    // Loaded when it is first asked for: the library for Word documents would make every cold start slower.
    const { poeTemplate } = await import('../../../documents/poe-template.ts');
    const bytes = await poeTemplate(found, policyOf(found, deps.policy));
    return {
      status: 200,
      headers: {
        'Content-Type': contentType,
        'Content-Length': String(bytes.length),
        'Content-Disposition': attachment(`Proof of execution ${found.id}.docx`),
      },
      body: bytes,
    };
  },
};
