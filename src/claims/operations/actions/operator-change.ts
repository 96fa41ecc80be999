import type { ClaimRef } from '../../../domain/claim.ts';
import type { Actor } from '../../../domain/history.ts';
import type { Guard } from '../../change-claim.ts';

/** What every change by an operator needs: who does it, to which claim, why, and what the request says about it. */
export type OperatorChange = {
  by: Actor & { kind: 'operator' };
  ref: ClaimRef;
  reason: string;
  guard: Guard;
};
