import { parseArgs } from 'node:util';
import { requestToken } from './services/identity/request-token.ts';

const USAGE = `npm run --silent token -- USER [flags]
  USER                avery, robin, kim, lee, ops or ida
  --identity URL      address of the identity provider (http://127.0.0.1:7072)
  --help              this text`;

const parse = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        identity: { type: 'string', default: 'http://127.0.0.1:7072' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
};

/** Prints an access token for a demo user of the running stack, and nothing else, for use in scripts. */
const main = async (): Promise<void> => {
  const { positionals, values } = parse();
  const [user, ...more] = positionals;
  if (values.help) return console.log(USAGE);
  if (!user || more.length > 0) throw new Error(USAGE);
  console.log(await requestToken(values.identity, user));
};

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
