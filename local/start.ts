import { clockOffset } from './clock.ts';
import { DEMO_USERS } from './demo/people.ts';
import { readOptions, USAGE } from './stack/options.ts';
import { type RunningStack, runStack } from './stack/run-stack.ts';

/** npm repeats a signal that the terminal has already sent to us; only a later one means "now". */
const REPEATED_SIGNAL_MS = 1_000;

/**
 * npm that is told to end takes its shell along, but not us: on Linux and macOS we only see that we have another parent.
 * Started by hand in the background, that is meant and means nothing.
 */
const onNpmGone = (react: () => void): void => {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    react();
  }, 500).unref();
};

const elapsed = (): string => `${(performance.now() / 1000).toFixed(1).padStart(5)} s`;
const progress = (line: string): void => void process.stderr.write(`${elapsed()}  ${line}\n`);

/** Prints the time if the clock was moved, since it explains every date that is shown. */
const clockLine = (): string => {
  const days = Math.round(clockOffset() / 86_400_000);
  if (clockOffset() < 60_000) return '';
  return `\n  Clock     ${new Date().toISOString()}, about ${days} days ahead of this machine; --reset sets it back\n`;
};

const screen = ({ app, identity, mail, telemetry, logFile }: RunningStack): string => {
  const users = DEMO_USERS.map(
    ({ id, organization, roles }) => `    ${id.padEnd(7)}${organization}, ${roles.join(', ')}`,
  );
  return `
Ready in ${(performance.now() / 1000).toFixed(1)} s.

  Open      ${app}   and sign in: as avery to make claims, as ops to run the service
  Outbox    ${mail}   every mail that the app sends
  Traces    ${telemetry}/traces   what the app did for each claim; /metrics: what it counted
  Log       ${logFile}

  Users, none with a password:
${users.join('\n')}

  A token for curl:
    npm run --silent token -- avery --identity ${identity}
${clockLine()}
  Stop with Ctrl-C. State is kept; "npm start -- --reset" starts afresh.
`;
};

const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }

  const stopping = Promise.withResolvers<undefined>();
  let firstSignalAt: number | undefined;
  let stack: RunningStack | undefined;
  const onSignal = (): void => {
    firstSignalAt ??= performance.now();
    // The children notice that this process has ended, and finish by themselves.
    if (!stack || performance.now() - firstSignalAt > REPEATED_SIGNAL_MS) process.exit(130);
    stopping.resolve(undefined);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  onNpmGone(onSignal);

  stack = await runStack(options, progress);
  const { app, identity, mail, telemetry, storage, queues, tables } = stack;
  const answer = { app, identity, mail, telemetry, storage, queues, tables, pid: process.pid };
  process.stdout.write(options.json ? `${JSON.stringify(answer)}\n` : screen(stack));

  const broken = await Promise.race([stopping.promise, stack.broken]);
  progress(broken ?? 'stopping');
  await stack.stop();
  progress('stopped');
  process.exit(broken === undefined ? 0 : 1);
};

main().catch((error: Error) => {
  const names = [error.name, error.cause instanceof Error ? error.cause.name : ''];
  const expected = ['PortTakenError', 'FolderInUseError', 'UsageError', 'SettingsError'].some((name) =>
    names.includes(name),
  );
  process.stderr.write(`${expected ? error.message : error.stack}\n`);
  process.exit(1);
});
