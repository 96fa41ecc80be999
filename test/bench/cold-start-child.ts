/** Loads an app as the Node worker of Azure Functions does, and says when it is ready for its first call. */
import { createCoreModule, installCoreModule } from '../../local/host/core-module.ts';
import { loadApp } from '../../local/host/load-app.ts';
import { startWorker } from '../../local/host/worker.ts';

const [, , appRoot = '.'] = process.argv;
const core = createCoreModule((line) => process.stderr.write(`${line}\n`));
installCoreModule(core.exports);
await loadApp(appRoot);
await startWorker(core, appRoot);
process.stdout.write('ready\n', () => process.exit(0));
