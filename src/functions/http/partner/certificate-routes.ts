import * as z from 'zod';
import { issueCertificate } from '../../../claims/certificate/issue-certificate.ts';
import { readCheckedRecord } from '../../../claims/record/read-record.ts';
import { type Language, languages } from '../../../domain/language.ts';
import { parse } from '../../../lib/parse.ts';
import { Problem } from '../../../lib/result.ts';
import { certificateHeaders } from '../../certificate-headers.ts';
import { partnerRoles, type Route } from '../route.ts';

const language = z.enum(languages);

/** What a partner can show to others about a claim. */
export const certificateRoutes: Route[] = [
  {
    name: 'verifyHistory',
    method: 'GET',
    path: 'api/claims/{id}/history/verification',
    roles: partnerRoles,
    doc: {
      summary: 'Does the history hold, and does the record still say what was submitted and written?',
      problems: ['too-many-changes'],
      success: { status: 200, answer: 'HistoryVerification', description: 'What the check found.' },
    },
    handle: async (deps, { claim }) => {
      const read = await readCheckedRecord(deps, claim());
      return read instanceof Problem ? read : { status: 200, json: read.verification };
    },
  },
  {
    name: 'readCertificate',
    method: 'GET',
    path: 'api/claims/{id}/certificate',
    roles: partnerRoles,
    doc: {
      summary: 'The certificate of a decided claim: what was submitted and decided, with hashes. Anyone can verify it.',
      query: {
        language: { description: 'Language of the text; that of the customer when it is not given.', schema: language },
      },
      problems: ['action-not-allowed', 'history-broken', 'too-many-changes'],
      success: {
        status: 200,
        headers: ['Content-Disposition', 'Content-Length'],
        description: 'A PDF file, as an attachment. Only the file as it is can be verified.',
        contentType: 'application/pdf',
      },
    },
    handle: async (deps, { request, claim }) => {
      const asked = languageOf(request.query.get('language'));
      if (asked instanceof Problem) return asked;
      const certificate = await issueCertificate(deps, claim(), asked);
      if (certificate instanceof Problem) return certificate;
      return { status: 200, headers: certificateHeaders(certificate), body: certificate.bytes };
    },
  },
];

const languageOf = (asked: string | null): Language | undefined | Problem => {
  if (asked === null) return undefined;
  const known = parse(language, asked);
  return known instanceof Problem ? new Problem('invalid-query', `language: one of ${languages.join(', ')}.`) : known;
};
