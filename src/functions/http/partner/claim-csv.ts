import { Readable } from 'node:stream';
import type { ClaimSummary } from '../../../domain/view/claim-summary.ts';
import { csvRecord } from './csv.ts';

/** The columns of an export, in order. Codes are those of the API; several stand in one cell with semicolons. */
const columns: [string, (claim: ClaimSummary) => string | undefined][] = [
  ['Claim ID', ({ id }) => id],
  ['Name', ({ name }) => name],
  ['Status', ({ status }) => status],
  ['Status reason', ({ statusReason }) => statusReason],
  ['Closed by', ({ closedBy }) => closedBy],
  ['Consent', ({ consent }) => consent],
  ['Customer', ({ customer }) => customer.name],
  ['Domain', ({ customer }) => customer.domain],
  ['Directory ID', ({ customer }) => customer.directoryId],
  ['MPN ID', ({ partnerLocation }) => partnerLocation.mpnId],
  ['Location', ({ partnerLocation }) => partnerLocation.name],
  ['Solution area', ({ solutionArea }) => solutionArea],
  ['Activities', ({ activities }) => activities.join('; ')],
  ['Products', ({ productCodes }) => productCodes.join('; ')],
  ['Deadline', ({ deadline }) => deadline],
  ['Created', ({ createdAt }) => createdAt],
  ['Submitted', ({ submittedAt }) => submittedAt],
  ['Closed', ({ closedAt }) => closedAt],
  ['Ended', ({ endedAt }) => endedAt],
  ['Changed', ({ updatedAt }) => updatedAt],
];

// Without a byte-order mark, Excel reads UTF-8 as the code page of its country.
const heading = `\ufeff${csvRecord(columns.map(([name]) => name))}`;
const recordOf = (claim: ClaimSummary): string => csvRecord(columns.map(([, textOf]) => textOf(claim) ?? ''));

/** A few claims as CSV. */
export const csvOf = (claims: ClaimSummary[]): string => heading + claims.map(recordOf).join('');

async function* records(claims: AsyncGenerator<ClaimSummary>, first: IteratorResult<ClaimSummary>) {
  let text = heading;
  for (let next = first; !next.done; next = await claims.next()) {
    text += recordOf(next.value);
    // Several records a chunk: each chunk passes through two HTTP servers.
    if (text.length < 16_384) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** Claims as CSV while they are read. The first is read here: storage that is down is a refusal, not half a file. */
export const claimCsv = async (claims: AsyncGenerator<ClaimSummary>): Promise<Readable> => {
  const first = await claims.next();
  return Readable.from(records(claims, first), { objectMode: false });
};
