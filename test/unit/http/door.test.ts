import { HttpRequest, type InvocationContext } from '@azure/functions';
import { describe, expect, test } from 'vitest';
import type { ClaimRef } from '../../../src/domain/claim.ts';
import { doorOf } from '../../../src/functions/http/door.ts';
import { type HttpDeps, partnerAdmin, type Route } from '../../../src/functions/http/route.ts';
import type { BearerTokens } from '../../../src/identity/bearer-tokens.ts';
import type { Role } from '../../../src/identity/caller.ts';

const claimId = 'ca-zyh2k9q0p-4m7k2x9a';
const caller = { partnerId: 'ours', userId: 'u', name: 'Avery', email: 'avery@northwind.example' };

/** What a route behind the door gets from someone with these roles, and the status of the answer. */
const enter = async (roles: Role[]): Promise<{ status: number | undefined; reached: ClaimRef[] }> => {
  const reached: ClaimRef[] = [];
  const route: Route = {
    name: 'change',
    method: 'POST',
    path: 'api/claims/{id}',
    roles: partnerAdmin,
    doc: { summary: '', success: { status: 200, description: '' } },
    handle: async (_deps, call) => {
      reached.push(call.claim());
      return { status: 200, json: {} };
    },
  };
  // The casts: the door uses no more of them.
  const deps = { log: () => undefined } as unknown as HttpDeps;
  const tokens = { callerOf: async () => ({ ...caller, roles }) } as unknown as BearerTokens;
  const context = { invocationId: 'i' } as unknown as InvocationContext;
  const request = new HttpRequest({
    method: 'POST',
    url: `https://claims.example/api/claims/${claimId}?partnerId=theirs`,
    params: { id: claimId, partnerId: 'theirs' },
    query: { partnerId: 'theirs' },
  });
  const { status } = (await doorOf(deps, tokens, route)(request, context)) as { status?: number };
  return { status, reached };
};

describe('Behind the door', () => {
  test('a claim is one of the caller’s own directory, whatever the request says', async () => {
    expect(await enter(['Partner.Admin'])).toEqual({ status: 200, reached: [{ partnerId: 'ours', claimId }] });
  });

  test.each<[string, Role[]]>([
    ['no role', []],
    ['another role', ['Partner.Reader', 'Operator', 'Reviewer']],
  ])('nobody comes with %s', async (_, roles) => {
    expect(await enter(roles)).toEqual({ status: 403, reached: [] });
  });
});
