import { inBatches } from '../../lib/in-batches.ts';
import type { Deps } from '../deps.ts';

/** How old the list of partners may be. */
const maxAgeMs = 30_000;
const concurrency = 16;

/** What `look` gives for each partner that there is. */
export const atEveryPartner = async <Result>(
  deps: Deps,
  look: (partnerId: string) => Promise<Result>,
): Promise<Result[]> => inBatches(await deps.reference.partnerIds(maxAgeMs), concurrency, look);
