import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { brotliDecompressSync, gzipSync } from 'node:zlib';

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

const fileOf = (path: string, br: Buffer): PortalFile => {
  const made: Partial<Record<Encoding, Buffer>> = { br };
  const plain = (): Buffer => {
    made.identity ??= brotliDecompressSync(br);
    return made.identity;
  };
  return {
    contentType: contentTypes[extname(path)] ?? 'application/octet-stream',
    etag: createHash('sha256').update(br).digest('base64url').slice(0, 16),
    immutable: path.startsWith('assets/'),
    in: (encoding) => {
      made[encoding] ??= encoding === 'gzip' ? gzipSync(plain()) : plain();
      return made[encoding];
    },
  };
};

/**
 * The built portal by path, read as a whole: a build that replaces the folder does not change what a running app serves. Only
 * the Brotli form is read and deployed, since nearly every browser takes it; the others are made when they are first asked for.
 */
export const readPortal = async (folder: URL): Promise<Map<string, PortalFile>> => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.br'));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = name.slice(0, -'.br'.length).replaceAll('\\', '/');
      return [path, fileOf(path, await readFile(new URL(`${path}.br`, folder)))] as const;
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
