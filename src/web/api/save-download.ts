import type { Download } from '../../../client/client.ts';
import type { ProblemCode } from '../../../client/generated.ts';
import { orThrow, type Result } from '../../../client/result.ts';

/** Hands a download over to the browser, as a file under its own name. */
export const saveDownload = async (result: Result<Download, ProblemCode>, fallback: string): Promise<void> => {
  const { body, contentType, fileName = fallback } = orThrow(result).data;
  const blob = await new Response(body, { headers: { 'content-type': contentType } }).blob();
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
