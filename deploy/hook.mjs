// What azd runs: `node deploy/hook.mjs NAME`, with whichever Node is there. The project's scripts need its own, which comes with npm ci.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const npm = (...args) => {
  // On Windows npm is a batch file, which only a shell starts.
  const { status } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
};
if (!existsSync(new URL('../node_modules', import.meta.url))) npm('ci', '--no-audit', '--no-fund');
npm('run', '--silent', 'deploy', '--', ...process.argv.slice(2));
