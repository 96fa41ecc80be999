import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire, findPackageJSON } from 'node:module';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Loads what `main` of the app's package.json names (a file or a glob), the way the Node worker does: `import()` for ES
 * modules, `require` for the rest. Rejects with the file and the cause when an entry point fails.
 */
export const loadApp = async (appRoot: string): Promise<void> => {
  const manifest = await readJson(join(appRoot, 'package.json'));
  const main = manifest.main;
  if (typeof main !== 'string') throw new Error(`package.json in ${appRoot} has no "main": nothing to run`);
  const files = globSync(main.replaceAll('\\', '/'), { cwd: appRoot }).sort();
  if (files.length === 0) throw new Error(`"main": "${main}" of package.json names no file; has the app been built?`);
  for (const file of files) {
    try {
      await loadFile(join(appRoot, file));
    } catch (cause) {
      const text = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`the app's entry point ${file} failed: ${text}`, { cause });
    }
  }
};

const loadFile = async (file: string): Promise<void> => {
  if (await isEsModule(file)) await import(pathToFileURL(file).href);
  else createRequire(file)(file);
};

const isEsModule = async (file: string): Promise<boolean> => {
  if (extname(file) !== '.js') return extname(file) === '.mjs';
  const nearest = findPackageJSON(pathToFileURL(file).href);
  return nearest !== undefined && (await readJson(nearest)).type === 'module';
};

const readJson = async (file: string): Promise<Record<string, unknown>> => JSON.parse(await readFile(file, 'utf8'));
