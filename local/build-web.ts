import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const inputs = ['src/web', 'client', 'vite.config.ts', 'package-lock.json', 'local/build-web.ts'];
/** Hash of the inputs of the last build. */
const stampFile = '.inputs';

const filesBelow = async (path: string): Promise<string[]> => {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [path];
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
};

const stampOf = async (root: string): Promise<string> => {
  const files = (await Promise.all(inputs.map((input) => filesBelow(join(root, input))))).flat().toSorted();
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(root, file)).update(await readFile(file));
  return hash.digest('hex');
};

const compressed = [
  { ending: 'br', compress: (content: Buffer) => promisify(brotliCompress)(content, brotliOptions) },
  { ending: 'gz', compress: (content: Buffer) => promisify(gzip)(content, { level: 9 }) },
] as const;
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

/** Puts the compressed forms of each file beside it, so that no request waits for them. */
const compressAll = async (folder: string): Promise<void> => {
  const files = await filesBelow(folder);
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      for (const { ending, compress } of compressed) await writeFile(`${file}.${ending}`, await compress(content));
    }),
  );
};

/**
 * Builds the portal into `outdir`/web; does nothing when its inputs are those of the last build. The folder appears whole, by a
 * rename: an app that runs on the former one has read it already.
 */
export const buildWeb = async (root: string, outdir: string): Promise<void> => {
  const target = join(root, 'dist/web');
  await buildInto(root, target);
  // Built once per source tree and copied from there.
  if (join(outdir, 'web') !== target) await cp(target, join(outdir, 'web'), { recursive: true });
};

const buildInto = async (root: string, target: string): Promise<void> => {
  const stamp = await stampOf(root);
  if ((await readFile(join(target, stampFile), 'utf8').catch(() => '')) === stamp) return;
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(join(dirname(target), '.web-'));
  try {
    // Loaded only when there is something to build: it is slow to start.
    const { build } = await import('vite');
    const made = join(folder, 'made');
    // Also when tests start the build: their environment would make a bundle for developers, which is slow and large.
    const { NODE_ENV } = process.env;
    process.env.NODE_ENV = 'production';
    await build({
      mode: 'production',
      root: join(root, 'src/web'),
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: made, emptyOutDir: true },
    });
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
    await compressAll(made);
    await writeFile(join(made, stampFile), stamp);
    await rename(target, join(folder, 'former')).catch(() => undefined);
    await rename(made, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
