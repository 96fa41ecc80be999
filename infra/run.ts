import { compile, findCompiler, restoreCompiler } from './compile.ts';
import { resourcesOf } from './template.ts';

/** `npm run infra`: compiles and lints the Bicep, and prints what it would deploy. */

const compiler = (await findCompiler()) ?? ((await restoreCompiler()) ? await findCompiler() : undefined);
if (compiler === undefined) {
  console.error('No Bicep compiler: install bicep or the Azure CLI, or the .NET SDK, which fetches one from NuGet.');
  process.exit(1);
}
const { template, findings } = await compile(compiler);
for (const finding of findings) console.error(finding);
if (template === undefined) process.exit(1);

const resources = resourcesOf(template);
for (const { module, symbol, type, copy } of resources) {
  console.log(`${module.padEnd(16)} ${symbol.padEnd(18)} ${type}${copy ? ` (one for each of a list)` : ''}`);
}
console.log(`${resources.length} resources, ${findings.length} warnings`);
process.exit(findings.length === 0 ? 0 : 1);
