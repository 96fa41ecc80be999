import { present } from '../../lib/present.ts';
import type { Claim } from '../claim.ts';

/** The customer as who did something: by the name of the contact, where there is one. */
export const customerActor = ({ customerContact }: Pick<Claim, 'customerContact'>) =>
  present({ kind: 'customer' as const, name: customerContact?.name || undefined });
