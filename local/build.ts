import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle, type OutputFile, type Plugin, transform } from 'esbuild';
import { buildFonts } from './build-fonts.ts';
import { buildWeb } from './build-web.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Error messages of zod in languages that no answer is in: half of the library. */
const englishOnly: Plugin = {
  name: 'english-only',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

type Input = { root?: string; entry?: string; outdir?: string };

/** The app as files that import each other: `main`, and a file for each part that is loaded when it is first needed. */
export const bundleApp = ({ root = ROOT, entry = 'src/main.ts', outdir = join(root, 'dist') }: Input = {}) =>
  bundle({
    absWorkingDir: root,
    entryPoints: { main: entry },
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: '[name]-[hash]',
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    target: 'node24',
    // Only this format can be split; the Functions worker needs the other one.
    format: 'esm',
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'inline',
    plugins: [englishOnly],
    // The Functions worker gives this module to the app at run time.
    external: ['@azure/functions-core'],
    logLevel: 'warning',
    metafile: true,
    write: false,
  });

/**
 * Bundles the function app into `dist/main.cjs`, which is what runs here and on Azure, the files that it loads later, the fonts, and the portal. Files
 * appear whole, by a rename: another start on the same tree may be loading the former ones. Source maps lie beside them.
 */
export const build = async (root = ROOT, where: Omit<Input, 'root'> = {}): Promise<void> => {
  const { outputFiles } = await bundleApp({ root, ...where });
  const outdir = where.outdir ?? join(root, 'dist');
  await mkdir(outdir, { recursive: true });
  await Promise.all(outputFiles.map(writeCommonJs));
  // Only the app itself has fonts and a portal beside it.
  if (where.entry !== undefined) return;
  await buildFonts(root, outdir);
  await buildWeb(root, outdir);
};

const writeCommonJs = async ({ path, text }: OutputFile): Promise<void> => {
  const asksForItsUrl = text.includes('import.meta.url');
  const { code, map } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    minifyWhitespace: true,
    sourcemap: 'external',
    sourcefile: basename(path),
    // `require` in its place: the worker's own hook hears of it.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'moduleUrl' },
    // A library's own; what it warns of was checked when the library was bundled.
    logOverride: { 'duplicate-object-key': 'silent' },
    ...(asksForItsUrl ? { banner: "const moduleUrl=require('node:url').pathToFileURL(__filename).href;" } : {}),
    logLevel: 'warning',
  });
  const mapFile = `${path}.map`;
  await replace(mapFile, map);
  await replace(path, `${code}//# sourceMappingURL=${basename(mapFile)}\n`);
};

const replace = async (path: string, contents: string): Promise<void> => {
  const draft = join(dirname(path), `.${process.pid}.${basename(path)}.part`);
  await writeFile(draft, contents);
  await rename(draft, path);
};

if (import.meta.main) await build();
