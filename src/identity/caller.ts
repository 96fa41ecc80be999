import type { Actor } from '../domain/history.ts';

/** App roles, as they stand in the token's `roles`. A `Reviewer` looks into the proof of any partner; operators do not. */
export const roles = ['Partner.Admin', 'Partner.Reader', 'Operator', 'Reviewer'] as const;
export type Role = (typeof roles)[number];

/** Roles that reach the claims of every partner: they count in the directory of the operators alone. */
const rolesOfOperations: readonly Role[] = ['Operator', 'Reviewer'];
export const isOfOperations = (role: Role): boolean => rolesOfOperations.includes(role);

/** The caller, from a verified bearer token. `partnerId` is the directory (tenant) that they signed in from. */
export type Caller = { partnerId: string; userId: string; name: string; email: string; roles: Role[] };

export const asActor = (caller: Caller, kind: 'partner' | 'operator' = 'partner'): Actor => ({
  kind,
  name: caller.name,
  id: caller.userId,
});
