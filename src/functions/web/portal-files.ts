import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** The forms in which a file can be sent. */
export type Encoding = 'br' | 'gzip' | 'identity';

export type PortalFile = {
  contentType: string;
  /** Of the content, whatever form it is sent in. */
  etag: string;
  /** Its name changes with its content. */
  immutable: boolean;
  in: (encoding: Encoding) => Buffer;
};

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const fileOf = (path: string, br: Buffer, gzip: Buffer): PortalFile => {
  let plain: Buffer | undefined;
  return {
    contentType: contentTypes[extname(path)] ?? 'application/octet-stream',
    etag: createHash('sha256').update(br).digest('base64url').slice(0, 16),
    immutable: path.startsWith('assets/'),
    in: (encoding) => {
      if (encoding === 'br') return br;
      if (encoding === 'gzip') return gzip;
      plain ??= brotliDecompressSync(br);
      return plain;
    },
  };
};

/**
 * The built portal by path, read as a whole: a build that replaces the folder does not change what a running app serves. Only
 * compressed files are read, and only they are deployed.
 */
export const readPortal = async (folder: URL): Promise<Map<string, PortalFile>> => {
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => name.endsWith('.br')).map((name) => name.slice(0, -3));
  const files = await Promise.all(
    paths.map(async (path) => {
      const [br, gzip] = await Promise.all(
        ['br', 'gz'].map((ending) => readFile(new URL(`${path}.${ending}`, folder))),
      );
      if (br === undefined || gzip === undefined) throw new Error(`The portal lacks a form of ${path}.`);
      const address = path.replaceAll('\\', '/');
      return [address, fileOf(address, br, gzip)] as const;
    }),
  );
  return new Map(files);
};

/** The best form that an Accept-Encoding header (RFC 9110, section 12.5.3) allows. */
export const encodingFor = (header: string | null): Encoding => {
  const allowed = new Set(
    (header ?? '').split(',').flatMap((part) => {
      const [coding = '', quality = ''] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      return /^q=0(\.0*)?$/.test(quality) ? [] : [coding];
    }),
  );
  if (allowed.has('br')) return 'br';
  return allowed.has('gzip') || allowed.has('*') ? 'gzip' : 'identity';
};
