import { z } from 'zod';
import type { Verification, VerificationResult } from '../domain/claim.ts';

/** Entra's public metadata of a domain: its issuer names the directory that the domain belongs to. */
const metadata = z.object({ issuer: z.string() });
const lookUpMs = 4000;
/** Domains seldom change hands: what was found is used again for this long (ms). Failures are not kept. */
const freshMs = 600_000;
const maxCached = 1000;
const maxAnswerBytes = 64 * 1024;
const guidInIssuer = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

export type CustomerDirectories = ReturnType<typeof createCustomerDirectories>;

export const createCustomerDirectories = (options: { authority: string; now: () => Date }) => {
  const base = options.authority.replace(/\/$/, '');

  const cache = new Map<string, { at: number; directory: string }>();

  /** The directory of a domain: its ID, `none`, or undefined when that cannot be found out now. */
  const lookUp = async (domain: string): Promise<string | undefined> => {
    try {
      // The domain was checked to be a plain DNS name and is one path segment: the request can go to no other host.
      const answer = await fetch(`${base}/${encodeURIComponent(domain)}/v2.0/.well-known/openid-configuration`, {
        redirect: 'error',
        signal: AbortSignal.timeout(lookUpMs),
      });
      if (answer.status === 400 || answer.status === 404) return 'none';
      const text = await answer.text();
      if (!answer.ok || text.length > maxAnswerBytes) return undefined;
      return guidInIssuer.exec(metadata.parse(JSON.parse(text)).issuer)?.[0]?.toLowerCase();
    } catch {
      return undefined;
    }
  };

  const directoryOf = async (domain: string): Promise<string | undefined> => {
    const now = options.now().getTime();
    const cached = cache.get(domain);
    if (cached !== undefined && now - cached.at < freshMs) return cached.directory;
    const directory = await lookUp(domain);
    if (cache.size >= maxCached) cache.clear();
    if (directory !== undefined) cache.set(domain, { at: now, directory });
    return directory;
  };

  const compare = async (domain: string, directoryId: string): Promise<VerificationResult> => {
    const directory = await directoryOf(domain);
    if (directory === undefined) return 'unverifiable';
    if (directory === 'none') return 'unknown-domain';
    return directory === directoryId ? 'matched' : 'mismatched';
  };

  /** Do domain and Directory ID belong together? A look-up that fails is `unverifiable`, never a pass. */
  const verify = async (domain: string, directoryId: string): Promise<Verification> => ({
    result: await compare(domain, directoryId),
    checkedAt: options.now().toISOString(),
  });

  return { verify };
};
