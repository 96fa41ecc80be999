import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, inflateSync } from 'node:zlib';
import { fontFiles } from '../src/documents/certificate/pdf-fonts.ts';

/** The packages with the fonts; the name of each file begins with that of its package. */
const packages = ['noto-sans-arabic', 'noto-sans-hebrew', 'noto-sans-thai', 'noto-sans', 'kosugi', 'unifont'];
/** Versions of the fonts that were built last. */
const stampFile = '.inputs';

/** Tables that certificates have no use for: vertical writing, and what only editors of fonts read. */
const unused = new Set(['vhea', 'vmtx', 'FFTM', 'DSIG', 'BASE', 'STAT', 'gasp']);

/** A font as a font file has it, from its compressed form for browsers (WOFF 1.0): tables are found faster in it. */
export const ttfOf = (woff: Buffer): Buffer => {
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = 44 + 20 * index;
    const [offset, packed, size] = [at + 4, at + 8, at + 12].map((place) => woff.readUInt32BE(place)) as [
      number,
      number,
      number,
    ];
    const content = woff.subarray(offset, offset + packed);
    const data = packed < size ? inflateSync(content) : content;
    const tag = woff.toString('latin1', at, at + 4);
    return { tag, checksum: woff.readUInt32BE(at + 16), data: tag === 'post' ? withoutNames(data) : data };
  }).filter(({ tag }) => !unused.has(tag));
  const head = Buffer.alloc(12 + 16 * tables.length);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(tables.length, 4);
  const parts = [head];
  let offset = head.length;
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const at = 12 + 16 * index;
    head.write(tag, at, 'latin1');
    for (const [place, value] of [checksum, offset, data.length].entries())
      head.writeUInt32BE(value, at + 4 + 4 * place);
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    data.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
};

/** A `post` table of version 3: it has no names of characters, which are a twentieth of a large font. */
const withoutNames = (post: Buffer): Buffer => {
  const short = Buffer.from(post.subarray(0, 32));
  short.writeUInt32BE(0x0003_0000, 0);
  return short;
};

const compress = (font: Buffer): Buffer =>
  brotliCompressSync(font, {
    params: {
      // A better one takes ten times as long, for a tenth of the size.
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: font.length,
    },
  });

/**
 * Puts the fonts of certificates, with their licences, into `outdir`/fonts; does nothing when they are those of the last build. The
 * folder appears whole, by a rename.
 */
export const buildFonts = async (root: string, outdir: string): Promise<void> => {
  const target = join(root, 'dist/fonts');
  await buildInto(root, target);
  // Built once per source tree and copied from there.
  if (join(outdir, 'fonts') !== target) await cp(target, join(outdir, 'fonts'), { recursive: true });
};

const buildInto = async (root: string, target: string): Promise<void> => {
  const at = (name: string, file: string) => join(root, 'node_modules/@fontsource', name, file);
  const versions = await Promise.all(packages.map((name) => readFile(at(name, 'package.json'), 'utf8')));
  const stamp = JSON.stringify([fontFiles, versions.map((text) => (JSON.parse(text) as { version: string }).version)]);
  const isBuilt = async () => (await readFile(join(target, stampFile), 'utf8').catch(() => '')) === stamp;
  if (await isBuilt()) return;
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(join(dirname(target), '.fonts-'));
  try {
    const made = join(folder, 'made');
    await mkdir(made);
    for (const file of fontFiles) {
      const name = packages.find((candidate) => file.startsWith(`${candidate}-`)) ?? '';
      const woff = await readFile(at(name, `files/${file}-400-normal.woff`));
      await writeFile(join(made, `${file}.ttf.br`), compress(ttfOf(woff)));
    }
    for (const name of packages) await cp(at(name, 'LICENSE'), join(made, `${name}.LICENSE`));
    await writeFile(join(made, stampFile), stamp);
    await rename(target, join(folder, 'former')).catch(() => undefined);
    // Another build may have been faster by a moment.
    await rename(made, target).catch(async (error: unknown) => {
      if (!(await isBuilt())) throw error;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
