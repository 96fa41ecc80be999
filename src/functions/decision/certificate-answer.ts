import { issueCertificate } from '../../claims/certificate/issue-certificate.ts';
import type { PageView } from '../../claims/decision/open-link.ts';
import type { Deps } from '../../claims/deps.ts';
import { refOf } from '../../domain/claim.ts';
import { certifiedOutcome } from '../../domain/record/certificate.ts';
import { pageHeaders } from '../../html/page.ts';
import { Problem } from '../../lib/result.ts';
import { customerVoice } from '../../words/claim-words.ts';
import { certificateHeaders } from '../certificate-headers.ts';
import type { CustomerPage } from './customer-page.ts';
import { noCertificatePage } from './pages.ts';

/** The certificate of what a link leads to, or why there is none; undefined if that was not decided. Reading it changes nothing. */
export const certificateForLink = async (
  deps: Deps,
  view: PageView,
): Promise<{ headers: Record<string, string>; body: Buffer } | CustomerPage | undefined> => {
  if (view.show !== 'outcome' || certifiedOutcome(view.claim) === undefined) return undefined;
  const certificate = await issueCertificate(deps, refOf(view.claim));
  if (certificate instanceof Problem) return noCertificatePage(customerVoice(view.claim).language);
  return { headers: { ...pageHeaders, ...certificateHeaders(certificate) }, body: certificate.bytes };
};
