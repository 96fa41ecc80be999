import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from '../local/build.ts';

/** Fills package/ with what runs on Azure, and says how much that is. */

const root = fileURLToPath(new URL('..', import.meta.url));
export const packageDir = join(root, 'package');
/**
 * The most (bytes) that may be deployed, compressed: what an instance has to fetch before its first call. Two thirds of it are the fonts
 * of certificates (3.7 MiB), so that a name in any script can be read: 1.2 MiB for Japanese, 2.3 MiB for what no other font has. The
 * portal, and lists of mail hosts, time zones and top-level domains, are a good third of the rest. All are read when they are needed.
 */
export const budget = 5.75 * 1024 * 1024;

/** The patterns of a .funcignore: names, and endings such as `*.map`. */
const patternsOf = (text: string): ((name: string) => boolean)[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      if (/[*?[\]!/]/.test(line.replace(/^\*/, '')))
        throw new Error(`.funcignore: ${line} is more than a name or an ending.`);
      return line.startsWith('*') ? (name) => name.endsWith(line.slice(1)) : (name) => name === line;
    });

/** Paths of what is deployed, relative to package/: what .funcignore leaves. */
export const deployedFiles = async (): Promise<string[]> => {
  const isIgnored = patternsOf(await readFile(join(packageDir, '.funcignore'), 'utf8'));
  const entries = await readdir(packageDir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !isIgnored.some((matches) => matches(entry.name)))
    .map(({ parentPath, name }) => join(parentPath, name).slice(packageDir.length + 1))
    .toSorted();
};

/** Builds into package/: the bundle, host.json, and a package.json without dependencies, since the bundle holds them. */
const fill = async (): Promise<void> => {
  const outdir = join(packageDir, 'dist');
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  await build(root, { outdir });
  await copyFile(join(root, 'host.json'), join(packageDir, 'host.json'));
  // The cast: a file of this project.
  const { name, version, description, main } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const manifest = { name, version, private: true, description, main };
  await writeFile(join(packageDir, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
};

export const makePackage = async (): Promise<void> => {
  await fill();
  const files = await deployedFiles();
  const sizes = await Promise.all(
    files.map(async (file) => {
      const content = await readFile(join(packageDir, file));
      return { size: content.length, compressed: gzipSync(content).length };
    }),
  );
  const sum = (which: 'size' | 'compressed'): number => sizes.reduce((total, one) => total + one[which], 0);
  const mib = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(2)} MiB`;
  const compressed = sum('compressed');
  console.log(
    `package/: ${files.length} files, ${mib(sum('size'))}, ${mib(compressed)} compressed (budget ${mib(budget)}).`,
  );
  if (compressed > budget)
    throw new Error('The package is over its budget: see what came in, or raise the budget and say why.');
};
