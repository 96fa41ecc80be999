import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from '../../src/functions/http/openapi/document.ts';
import { apiRoutes } from '../../src/functions/http/routes.ts';
import { clientSource, type Document } from './client-source.ts';

/** Where the types of the client are. */
export const generatedFile = fileURLToPath(new URL('../../client/generated.ts', import.meta.url));

/** The types of the client, from the routes as they are now. */
export const currentClientSource = (): string => {
  // The cast: through JSON, the document is what its readers see; members the generator does not read are left out of its type.
  const document = JSON.parse(JSON.stringify(openApiDocument(apiRoutes([])))) as Document;
  return clientSource(document);
};

if (import.meta.main) await writeFile(generatedFile, currentClientSource());
