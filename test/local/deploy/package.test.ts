import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deployedFiles, makePackage, packageDir } from '../../../deploy/package.ts';
import { loadSecrets, settingsFor } from '../../../local/stack/stack.ts';
import { send } from '../../support/http/client.ts';
import { type Stack, startStack } from '../../support/stack/stack.ts';

/** What is deployed runs by itself: nothing of the project lies around it. */

const hostMain = fileURLToPath(new URL('../../../local/host/main.ts', import.meta.url));
let folder: string;
let stack: Stack;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claims-package-'));
  await makePackage();
  stack = await startStack();
});
afterAll(async () => {
  await stack?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the package holds the build, the compressed portal, the fonts with their licences, host.json and a package.json without dependencies, and nothing else', async () => {
  // As azd does before it sends a service in JavaScript, even where there is nothing to install.
  const install = spawn('npm install --offline --no-audit', { cwd: packageDir, shell: true, stdio: 'ignore' });
  expect(await once(install, 'exit')).toEqual([0, null]);
  expect(await readdir(packageDir)).toContain('package-lock.json');
  const files = await deployedFiles();
  const expected = /^dist\/([\w.-]+\.cjs|web\/[\w./-]+\.br|fonts\/[\w-]+\.(ttf\.br|LICENSE))$/;
  expect(files.filter((file) => !expected.test(file))).toEqual(['host.json', 'package.json']);
  expect(files).toContain('dist/main.cjs');
  expect(files).toContain('dist/web/index.html.br');
  expect(files).toContain('dist/fonts/kosugi-japanese.ttf.br');
  const manifest = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({ main: 'dist/main.cjs' });
  expect(manifest).not.toHaveProperty('dependencies');
  expect(manifest).not.toHaveProperty('type');
});

test('the package alone starts and is ready', async () => {
  const app = join(folder, 'app');
  for (const file of await deployedFiles()) {
    await mkdir(dirname(join(app, file)), { recursive: true });
    await cp(join(packageDir, file), join(app, file));
  }
  const settings = settingsFor({
    appUrl: 'https://claims.example',
    storage: { connectionString: stack.storage },
    services: { identityUrl: stack.identity, mailUrl: stack.mail, telemetryUrl: stack.telemetry },
    secrets: await loadSecrets(stack.dataDir),
  });
  const settingsFile = join(folder, 'settings.json');
  await writeFile(settingsFile, JSON.stringify(settings));
  const args = ['--app-root', app, '--port', '0', '--data', join(folder, 'data'), '--settings', settingsFile];
  const host = spawn(process.execPath, [hostMain, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [said] = await once(host.stdout, 'data');
    // The cast: the one line that the host prints.
    const { app: url } = JSON.parse(String(said)) as { app: string };
    const ready = await send(`${url}/api/health/ready`, 'GET');
    expect({ status: ready.status, body: ready.body }).toMatchObject({ status: 200, body: { status: 'ready' } });
    expect((await send(`${url}/api/openapi.json`, 'GET')).status).toBe(200);
    expect((await send(`${url}/claims`, 'GET')).text).toContain('<title>Customer associations</title>');
  } finally {
    host.kill('SIGTERM');
    await once(host, 'exit');
  }
});
