import { Console } from 'node:console';
import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

export type AppLog = { file: string; write(line: string): void; close(): Promise<void> };

/**
 * Opens `dataDir/logs/app.log`; the former one stays beside it as `app.previous.log`. The app runs in this process, so
 * its output goes there too: stdout is for the answer of `npm start`, and an unread pipe would block the process.
 */
export const openAppLog = async (dataDir: string): Promise<AppLog> => {
  const file = join(dataDir, 'logs', 'app.log');
  await mkdir(join(dataDir, 'logs'), { recursive: true });
  await rename(file, join(dataDir, 'logs', 'app.previous.log')).catch(() => undefined);
  const stream = createWriteStream(file);
  globalThis.console = new Console(stream, stream);
  return {
    file,
    write: (line) => void stream.write(`${new Date().toISOString()} ${line}\n`),
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
};
