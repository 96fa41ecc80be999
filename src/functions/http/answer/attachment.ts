import { downloadName } from '../../../domain/proof/file-name.ts';

/** Content-Disposition of a download (RFC 6266): an ASCII name for old clients, the real one in UTF-8 beside it. */
export const attachment = (name: string): string => {
  const fileName = downloadName(name);
  const ascii = fileName.replaceAll(/[^\x20-\x7e]|["%\\]/g, '_');
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};
