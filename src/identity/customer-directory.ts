import { z } from 'zod';
import type { Verification, VerificationResult } from '../domain/claim.ts';

/** Entra's public metadata of a domain: its issuer names the directory that the domain belongs to. */
const metadata = z.object({ issuer: z.string() });
const lookUpMs = 4000;
const maxAnswerBytes = 64 * 1024;
const guidInIssuer = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

export type CustomerDirectories = ReturnType<typeof createCustomerDirectories>;

export const createCustomerDirectories = (options: { authority: string; now: () => Date }) => {
  const base = options.authority.replace(/\/$/, '');

  const lookUp = async (domain: string, directoryId: string): Promise<VerificationResult> => {
    try {
      // The domain was checked to be a plain DNS name and is one path segment: the request can go to no other host.
      const answer = await fetch(`${base}/${encodeURIComponent(domain)}/v2.0/.well-known/openid-configuration`, {
        redirect: 'error',
        signal: AbortSignal.timeout(lookUpMs),
      });
      if (answer.status === 400 || answer.status === 404) return 'unknown-domain';
      const text = await answer.text();
      if (!answer.ok || text.length > maxAnswerBytes) return 'unverifiable';
      const found = guidInIssuer.exec(metadata.parse(JSON.parse(text)).issuer)?.[0];
      if (found === undefined) return 'unverifiable';
      return found.toLowerCase() === directoryId ? 'matched' : 'mismatched';
    } catch {
      return 'unverifiable';
    }
  };

  /** Do domain and Directory ID belong together? A look-up that fails is `unverifiable`, never a pass. */
  const verify = async (domain: string, directoryId: string): Promise<Verification> => ({
    result: await lookUp(domain, directoryId),
    checkedAt: options.now().toISOString(),
  });

  return { verify };
};
