import type { HttpRequest } from '@azure/functions';
import { Problem } from '../../lib/result.ts';
import { readBytes } from '../request-body.ts';
import type { UploadError } from './pages.ts';

/** No certificate comes near this, with all the files and fonts that it can have. */
const maxCertificateBytes = 5 * 1024 * 1024;
/** What a form adds to its file. */
const maxFormBytes = 16 * 1024;

/** The bytes of the file in the form, or why they cannot be checked. */
export const readUpload = async (request: HttpRequest): Promise<Uint8Array | { error: UploadError }> => {
  // Read whatever it is: a body that is left half read blocks the connection.
  const body = await readBytes(request, maxCertificateBytes + maxFormBytes);
  if (body instanceof Problem) return { error: body.code === 'body-too-large' ? 'too-large' : 'unreadable' };
  const contentType = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return { error: 'unreadable' };
  const files = await filesIn(body, contentType);
  const [file, ...others] = files ?? [];
  // Our form sends one file. With two, no one can say which one was meant.
  if (files === undefined || others.length > 0) return { error: 'unreadable' };
  if (!(file instanceof File) || file.size === 0) return { error: 'no-file' };
  if (file.size > maxCertificateBytes) return { error: 'too-large' };
  return new Uint8Array(await file.arrayBuffer());
};

/** What the form holds as `certificate`; undefined if it is no form. */
const filesIn = async (body: Uint8Array<ArrayBuffer>, contentType: string) => {
  try {
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
    return form.getAll('certificate');
  } catch {
    return undefined;
  }
};
