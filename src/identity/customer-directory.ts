import * as z from 'zod';
import type { Verification, VerificationResult } from '../domain/claim.ts';
import { present } from '../lib/present.ts';

/** Entra's public metadata of a domain: its issuer names the directory that the domain belongs to. */
const metadata = z.object({ issuer: z.string() });
/** Entra's error for a domain without a directory; any other error says nothing about the domain. */
const refusal = z.object({ error: z.literal('invalid_tenant') });
const defaultTimeoutMs = 4000;
/** How long (ms) a result is cached: domains rarely change hands. Failures are not cached. */
const cacheTtlMs = 600_000;
const maxCached = 1000;
const maxAnswerBytes = 64 * 1024;
const guidInIssuer = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

export type CustomerDirectories = ReturnType<typeof createCustomerDirectories>;

export const createCustomerDirectories = (options: { authority: string; now: () => Date; timeoutMs?: number }) => {
  const base = options.authority.replace(/\/$/, '');
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;

  const cache = new Map<string, { at: number; directory: string }>();

  /** The directory ID of a domain, `none`, or undefined if it can't be determined now. */
  const lookUp = async (domain: string): Promise<string | undefined> => {
    try {
      // The domain is a validated DNS name in one path segment, so the request can't reach another host.
      const answer = await fetch(`${base}/${encodeURIComponent(domain)}/v2.0/.well-known/openid-configuration`, {
        redirect: 'error',
        // Covers the body too, so a slow trickle is cut off.
        signal: AbortSignal.timeout(timeoutMs),
      });
      const body: unknown = JSON.parse(await boundedText(answer));
      if (answer.ok) return guidInIssuer.exec(metadata.parse(body).issuer)?.[0]?.toLowerCase();
      return refusal.safeParse(body).success ? 'none' : undefined;
    } catch {
      return undefined;
    }
  };

  const directoryOf = async (domain: string): Promise<string | undefined> => {
    const now = options.now().getTime();
    const cached = cache.get(domain);
    if (cached !== undefined && now - cached.at < cacheTtlMs) return cached.directory;
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

  /** The domain above a host such as mail.contoso.com, if that one belongs to the directory. */
  const suggestionFor = async (host: string, directoryId: string): Promise<string | undefined> => {
    const { registrableDomain } = await import('../lib/hosts/top-level-domains.ts');
    const domain = registrableDomain(host);
    if (domain === undefined || domain === host) return undefined;
    return (await compare(domain, directoryId)) === 'matched' ? domain : undefined;
  };

  /**
   * Whether domain and Directory ID belong together. A failed look-up is `unverifiable`, never a pass. Where the domain is
   * unknown, the one above it is suggested if it belongs to the directory.
   */
  const verify = async (domain: string, directoryId: string): Promise<Verification> => {
    const result = await compare(domain, directoryId);
    const suggestedDomain = result === 'unknown-domain' ? await suggestionFor(domain, directoryId) : undefined;
    return present({ result, checkedAt: options.now().toISOString(), suggestedDomain });
  };

  return {
    verify,
    /** ID of the directory that has a domain; undefined if none has, or the look-up failed. */
    directoryOf: async (domain: string): Promise<string | undefined> => {
      const directory = await directoryOf(domain);
      return directory === 'none' ? undefined : directory;
    },
  };
};

/** The body as text; throws once it exceeds the size of any metadata, without reading the rest. */
const boundedText = async (answer: Response): Promise<string> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.length;
    if (size > maxAnswerBytes) throw new Error('The answer is too large.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};
