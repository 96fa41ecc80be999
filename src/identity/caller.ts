import type { Actor } from '../domain/history.ts';

/** App roles, as they stand in the token's `roles`. */
export const roles = ['Partner.Admin', 'Partner.Reader', 'Operator'] as const;
export type Role = (typeof roles)[number];

/** The caller, from a verified bearer token. `partnerId` is the directory (tenant) that they signed in from. */
export type Caller = { partnerId: string; userId: string; name: string; email: string; roles: Role[] };

export const asActor = (caller: Caller, kind: 'partner' | 'operator' = 'partner'): Actor => ({
  kind,
  name: caller.name,
  id: caller.userId,
});
