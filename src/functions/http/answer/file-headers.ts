import type { PoeFile } from '../../../domain/claim.ts';
import { attachment } from './attachment.ts';

/** What a file is handed out with: as an attachment, which no browser runs. */
export const fileHeaders = ({ contentType, size, fileName }: PoeFile) => ({
  'Content-Type': contentType,
  'Content-Length': String(size),
  'Content-Disposition': attachment(fileName),
  'Content-Security-Policy': "sandbox; default-src 'none'",
});
