import { join } from 'node:path';
import { installClock, setClockOffset } from '../clock.ts';
import { serveParent } from '../stack/child-main.ts';
import { takeLock } from '../stack/lock.ts';
import type { ServicesOptions } from '../stack/stack.ts';

installClock();
// Loaded after the clock, so that no library keeps the machine's own.
const { startIdentityServer } = await import('./identity/identity-server.ts');
const { startMailServer } = await import('./mail/mail-server.ts');
const { startTelemetryServer } = await import('./telemetry/telemetry-server.ts');

serveParent<ServicesOptions>(async (options) => {
  const { dataDir, appUrl, frontEndOrigins, identityPort, mailPort, telemetryPort, mailKey, clockOffsetMs, reports } =
    options;
  await takeLock(join(dataDir, 'locks', 'services.db'), { waitMs: 10_000 });
  installClock(clockOffsetMs);
  const file = join(dataDir, 'mail', 'outbox.db');
  const mail = await startMailServer({ port: mailPort, accessKey: mailKey, file, reports });
  const telemetry = await startTelemetryServer({
    port: telemetryPort,
    file: join(dataDir, 'telemetry', 'telemetry.db'),
  });
  const identity = await startIdentityServer({
    port: identityPort,
    appUrl,
    frontEndOrigins,
    dataDir: join(dataDir, 'identity'),
  });
  return {
    ready: { identityUrl: identity.url, mailUrl: mail.url, telemetryUrl: telemetry.url },
    handle: (message) => setClockOffset(Number(message.clockOffsetMs)),
    stop: async () => {
      await Promise.all([identity.stop(), mail.stop(), telemetry.stop()]);
    },
  };
});
