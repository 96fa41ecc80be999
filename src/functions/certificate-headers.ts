import type { Certificate } from '../claims/certificate/issue-certificate.ts';

/** What a certificate is handed out with: as an attachment, to be saved as it is. Its name is plain ASCII. */
export const certificateHeaders = ({ bytes, fileName }: Certificate): Record<string, string> => ({
  'Content-Type': 'application/pdf',
  'Content-Length': String(bytes.length),
  'Content-Disposition': `attachment; filename="${fileName}"`,
  'Content-Security-Policy': "sandbox; default-src 'none'",
});
