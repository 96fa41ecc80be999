import { patiently } from './patience.ts';
import { asFile, outOf, run } from './tools.ts';

/** Microsoft Graph, through `az rest`. */

const graph = 'https://graph.microsoft.com/v1.0';

/** What was just made is unknown to it for some seconds: 404 where it is read, 400 where it is referred to. */
const rest = async (method: string, path: string, what: string, more: string[] = []): Promise<string> => {
  const ended = await patiently(() => run('az', ['rest', '--method', method, '--url', `${graph}/${path}`, ...more]), {
    tooEarly: ({ code, said }) => code !== 0 && /Not ?Found|Bad ?Request/i.test(said),
    minutes: 1,
    saying: `${what}: Microsoft Graph does not know yet what was made; trying again.`,
  });
  return outOf(ended, 'az', what);
};
export const send = (method: string, path: string, body: object, what: string, more: string[] = []): Promise<string> =>
  asFile(JSON.stringify(body), (file) => rest(method, path, what, [...more, '--body', `@${file}`]));
export const upsert = (path: string, body: object, what: string): Promise<string> =>
  send('patch', path, body, what, ['--headers', 'Prefer=create-if-missing', 'Content-Type=application/json']);
export const read = async (path: string, what: string): Promise<Record<string, unknown>> =>
  // The cast: what Graph answers.
  JSON.parse(await rest('get', path, what)) as Record<string, unknown>;
