import { HttpRequest } from '@azure/functions';
import { describe, expect, test } from 'vitest';
import type { Deps } from '../../../src/claims/deps.ts';
import { requiredVersion } from '../../../src/functions/http/preconditions.ts';
import type { Call } from '../../../src/functions/http/route.ts';
import { Problem } from '../../../src/lib/result.ts';
import { completeRecord } from '../../support/claims/records.ts';

/** The version that a change with this If-Match is for, or the code of its refusal. The claim has version 5. */
const versionFor = async (ifMatch?: string): Promise<number | string | undefined> => {
  const headers = ifMatch === undefined ? {} : { 'if-match': ifMatch };
  // The casts: preconditions use no more of them.
  const deps = { claims: { read: async () => ({ claim: completeRecord({ version: 5 }) }) } } as unknown as Deps;
  const call = {
    request: new HttpRequest({ method: 'PATCH', url: 'https://claims.example/api/claims/x', headers }),
    claim: () => ({ partnerId: 'p', claimId: 'c' }),
  } as unknown as Call;
  const version = await requiredVersion(deps, call);
  return version instanceof Problem ? version.code : version;
};

describe('A change that could overwrite another user’s', () => {
  test('needs an If-Match', async () => {
    expect(await versionFor()).toBe('if-match-required');
  });

  test.each([
    ['"4"', 4],
    ['"5c1.hash"', 5],
    ['"4", "5"', 5],
    ['*', undefined],
  ])('with If-Match %s is for the version that it names', async (header, version) => {
    expect(await versionFor(header)).toBe(version);
  });

  test.each(['W/"5"', '5', '"five"', '', '"3", "4"'])(
    'with If-Match %s is for no version that the claim has',
    async (header) => {
      expect(await versionFor(header)).toBe('etag-stale');
    },
  );
});
