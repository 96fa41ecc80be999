import Negotiator from 'negotiator';
import { Problem } from '../../../lib/result.ts';

/** Parameters of a media type, such as `charset=utf-8`: no answer has a choice of them. */
const parameters = /;\s*(?!q\s*=)[\w.-]+\s*=\s*(?:"[^"]*"|[^;,\s]*)/gi;

/** The media type that an Accept header (RFC 9110, section 12.5.1) likes best; the first where it has no preference. */
export const bestOf = <T extends string>(accept: string | null, mediaTypes: [T, ...T[]]): T | Problem => {
  const headers = { accept: (accept ?? '*/*').replaceAll(parameters, '') };
  const [best] = new Negotiator({ headers }).mediaTypes(mediaTypes);
  return (
    mediaTypes.find((mediaType) => mediaType === best) ??
    new Problem('not-acceptable', `Accept names nothing that there is: ${mediaTypes.join(', ')}.`)
  );
};
