import { expect, test } from 'vitest';
import type { Deps } from '../../../src/claims/deps.ts';
import { UnreadableClaim } from '../../../src/lib/result.ts';
import { advanceClaim } from '../../../src/workflow/advance-claim.ts';
import { recordFailure } from '../../../src/workflow/record-failure.ts';

const ref = { partnerId: 'partner', claimId: 'ca-zyh2k9q0p-4m7k2x9a' };
const now = new Date('2026-11-24T12:00:00.000Z');
const deps = {
  now: () => now,
  claims: {
    read: async () => {
      throw new UnreadableClaim('In a status of another build.');
    },
  },
  // The cast: both steps use no more of it before they have read the claim.
} as unknown as Deps;

test('no step of a claim that cannot be read is taken, and its orchestration waits rather than ends', async () => {
  await expect(advanceClaim(deps, ref)).rejects.toThrow(UnreadableClaim);
  const progress = await recordFailure(deps, { ...ref, failures: 100 });
  expect(progress).toMatchObject({ done: false, waitingFor: expect.stringContaining('operations') });
  expect(progress).toHaveProperty('wakeAt', expect.stringMatching(/^2026-11-24T1/));
});
