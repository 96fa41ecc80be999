import type { Catalogue } from '../../domain/catalogue/catalogue-shape.ts';
import { emptyHistory } from '../../domain/history.ts';
import { newClaimId } from '../../domain/ids.ts';
import { asActor, type Caller } from '../../identity/caller.ts';
import { present } from '../../lib/present.ts';
import type { Partner } from '../../storage/reference-store.ts';
import type { Deps } from '../deps.ts';

type Author = { caller: Caller; partner: Partner; catalogue: Catalogue; now: Date };

/** What a new draft has whatever is in it: ID, partner, author, and nothing done yet. */
export const emptyDraft = ({ random }: Pick<Deps, 'random'>, { caller, partner, catalogue, now }: Author) => ({
  id: newClaimId(now, random),
  partnerId: partner.partnerId,
  partnerName: partner.name,
  version: 0,
  status: 'draft' as const,
  catalogueVersion: catalogue.version,
  poe: [],
  comments: [],
  createdAt: now.toISOString(),
  createdBy: asActor(caller),
  ...present({ createdByEmail: caller.email || undefined }),
  updatedAt: now.toISOString(),
  history: emptyHistory,
});
