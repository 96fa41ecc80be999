import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from '../deploy/tools.ts';
import type { Template } from './template.ts';

/** Finds a Bicep compiler and compiles `main.bicep` with it. */

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const version = '0.49.2';
/** The compiler that this project restores for itself. */
export const restored = here(`compiler/packages/azure.bicep.commandline.linux-x64/${version}/tools/bicep`);

/** The command that compiles, without the file and the way out. */
export type Compiler = [command: string, ...args: string[]];

/** The compiler is asked for nothing but its work. */
export const ask = (command: string, args: string[]) =>
  run(command, args, { DOTNET_CLI_TELEMETRY_OPTOUT: '1', BICEP_DISABLE_VERSION_CHECK: 'true' });

/** The compiler: the one that was restored, or one that is installed; undefined when there is none. */
export const findCompiler = async (): Promise<Compiler | undefined> => {
  if (existsSync(restored)) return [restored, 'build'];
  if ((await ask('bicep', ['--version'])).code === 0) return ['bicep', 'build'];
  if ((await ask('az', ['bicep', 'version'])).code === 0) return ['az', 'bicep', 'build', '--file'];
  return undefined;
};

/** Fetches the compiler from NuGet, where there is a .NET SDK and Linux on x64. False when that cannot be done. */
export const restoreCompiler = async (): Promise<boolean> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  return (await ask('dotnet', ['restore', here('compiler/compiler.csproj'), '--verbosity', 'quiet'])).code === 0;
};

/** What came out: the template, unless there were errors, and what the compiler and its linter said, a line each. */
export type Compiled = { template?: Template; findings: string[] };

export const compile = async ([command, ...args]: Compiler): Promise<Compiled> => {
  const { code, out, said } = await ask(command, [...args, here('main.bicep'), '--stdout']);
  const findings = said.split('\n').filter((line) => /\) : (Error|Warning|Info) /.test(line));
  if (code !== 0)
    return { findings: findings.length > 0 ? findings : [said.trim() || `${command} ended with ${code}`] };
  // The cast: an ARM template of the compiler.
  return { template: JSON.parse(out) as Template, findings: findings.map((line) => line.replace(here('.'), '')) };
};
