import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles the function app into `dist/main.cjs`, which is what runs here and on Azure. Files appear whole, by a rename:
 * another start on the same tree may be loading the former ones.
 */
export const build = async (root = ROOT): Promise<void> => {
  const { outputFiles } = await bundle({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outfile: 'dist/main.cjs',
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    sourcemap: true,
    // The Functions worker gives this module to the app at run time.
    external: ['@azure/functions-core'],
    logLevel: 'warning',
    write: false,
  });
  await mkdir(join(root, 'dist'), { recursive: true });
  for (const { path, contents } of outputFiles) {
    const draft = join(dirname(path), `.${process.pid}.part`);
    await writeFile(draft, contents);
    await rename(draft, path);
  }
};

if (import.meta.main) await build();
