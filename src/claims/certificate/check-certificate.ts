import { factsIn } from '../../documents/certificate/certificate-facts.ts';
import { type CertificateFacts, certifiedOutcome } from '../../domain/record/certificate.ts';
import { noteFacts } from '../../telemetry/operation.ts';
import type { Deps } from '../deps.ts';

/**
 * What the record says today about a genuine certificate. `contradicted`: it does not contain what was certified. `gone`: the claim
 * was purged.
 */
export type CertificateState = 'same' | 'changed' | 'contradicted' | 'gone';

export type CertificateCheck = { genuine: false } | { genuine: true; facts: CertificateFacts; state: CertificateState };

/** Whether this service issued these bytes, and whether what they say still holds. Nothing is read for what is not genuine. */
export const checkCertificate = async (deps: Deps, bytes: Uint8Array): Promise<CertificateCheck> => {
  if (!deps.certificateSeal.isGenuine(bytes)) return { genuine: false };
  const facts = factsIn(bytes);
  noteFacts({ claimId: facts.claimId });
  return { genuine: true, facts, state: await stateOf(deps, facts) };
};

const stateOf = async (
  deps: Deps,
  { partnerId, claimId, entries, headHash, outcome }: CertificateFacts,
): Promise<CertificateState> => {
  const ref = { partnerId, claimId };
  const claim = (await deps.claims.read(ref))?.claim;
  if (claim === undefined) return 'gone';
  const history = await deps.claims.history(ref);
  if (history[entries - 1]?.hash !== headHash) return 'contradicted';
  return certifiedOutcome(claim) === outcome ? 'same' : 'changed';
};
