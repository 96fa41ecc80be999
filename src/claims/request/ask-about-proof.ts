import { scanTrouble } from '../../domain/proof/proof-check.ts';
import { waitsForScan } from '../../domain/proof/scan.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { withAttention } from '../attention.ts';
import type { Deps } from '../deps.ts';

/** Asks operations about proof whose scan failed or has no verdict, while the request waits for it. */
export const askAboutProof = (deps: Deps, stored: StoredClaim, reason: string) =>
  withAttention(
    deps,
    stored,
    { reason, needs: 'operations', raisedBy: 'scan' },
    (claim) => waitsForScan(claim) && scanTrouble(claim, deps.now()) !== undefined,
  );
