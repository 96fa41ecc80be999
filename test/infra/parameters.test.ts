import { describe, expect, test } from 'vitest';
import { canPredict, predict } from '../support/arm-snapshot.ts';

describe.skipIf(!canPredict)('A deployment', { timeout: 60_000 }, () => {
  test('makes nothing, and says why, while the hook has not set the audience', async () => {
    await expect(predict({ authAudience: '' })).rejects.toThrow(/AUTH_AUDIENCE is empty: the preprovision hook/);
  });
});
