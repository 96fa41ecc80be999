import { type ClaimStatus, claimStatuses } from '../../domain/claim-state.ts';
import type { ClaimSummary } from '../../domain/claim-view.ts';
import { claimIdPattern } from '../../domain/ids.ts';
import { Problem } from '../../domain/result.ts';

/** A list request: `status` may be repeated or comma-separated. */
export type ListQuery = {
  statuses: ClaimStatus[];
  top: number;
  after?: string;
  matches: (summary: ClaimSummary) => boolean;
};

export const listParameters = {
  status: `One or more of ${claimStatuses.join(', ')}.`,
  q: 'Text in the name, the customer or the domain.',
  solutionArea: 'Code of a solution area.',
  location: 'MPN ID of a partner location.',
  needsAction: '`true` for claims that wait for you.',
  top: 'Claims a page, 1 to 100 (25).',
  after: 'Where the page before ended; part of nextLink.',
};

const isStatus = (text: string): text is ClaimStatus => (claimStatuses as readonly string[]).includes(text);

/** The list that a query asks for, or what is wrong with it. */
export const parseListQuery = (query: URLSearchParams): ListQuery | Problem => {
  const unknown = [...query.keys()].find((name) => !Object.hasOwn(listParameters, name));
  if (unknown !== undefined) return new Problem('invalid-query', `'${unknown}' is not a parameter of this list.`);

  const statuses = query.getAll('status').flatMap((text) => (text === '' ? [] : text.split(',')));
  const known = statuses.filter(isStatus);
  if (known.length < statuses.length) return new Problem('invalid-query', `status: ${listParameters.status}`);

  const top = Number(query.get('top') ?? 25);
  if (!Number.isInteger(top) || top < 1 || top > 100) return new Problem('invalid-query', `top: ${listParameters.top}`);

  const needsAction = query.get('needsAction');
  if (needsAction !== null && needsAction !== 'true' && needsAction !== 'false') {
    return new Problem('invalid-query', 'needsAction: true or false.');
  }
  const after = query.get('after');
  if (after !== null && !claimIdPattern.test(after))
    return new Problem('invalid-query', 'after: not from a nextLink of this list.');

  const text = query.get('q')?.trim().toLowerCase();
  const area = query.get('solutionArea');
  const location = query.get('location');
  const matches = (summary: ClaimSummary): boolean =>
    (!area || summary.solutionArea === area) &&
    (!location || summary.partnerLocation.mpnId === location) &&
    (needsAction === null || summary.needsAction === (needsAction === 'true')) &&
    (!text || textOf(summary).includes(text));
  return { statuses: [...new Set(known)], top, matches, ...(after === null ? {} : { after }) };
};

const textOf = ({ name, customer, id }: ClaimSummary): string =>
  `${name}\n${customer.name ?? ''}\n${customer.domain}\n${id}`.toLowerCase();
