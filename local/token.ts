import { parseArgs } from 'node:util';
import { requestToken } from './services/identity/request-token.ts';

const USAGE = 'Usage: npm run --silent token -- USER [--identity URL]   (USER: avery, robin, kim, lee or ops)';

/** Prints an access token for a demo user of the running stack, and nothing else, for use in scripts. */
const main = async (): Promise<void> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { identity: { type: 'string', default: 'http://127.0.0.1:7072' } },
  });
  const [user, ...more] = positionals;
  if (!user || more.length > 0) throw new Error(USAGE);
  console.log(await requestToken(values.identity, user));
};

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
