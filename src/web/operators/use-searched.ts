import { useLocation, useSearchParams } from 'react-router';
import type { Searched } from './operator-queries.ts';

/**
 * What is searched for: the words in the address bar, or the address of a contact in the state of this entry of the browser's history.
 * What is in the address bar would be logged on its way.
 */
export const useSearched = (): Searched => {
  const { state } = useLocation() as { state: unknown };
  const [query] = useSearchParams();
  const q = query.get('q');
  const hasContact = typeof state === 'object' && state !== null && 'contact' in state;
  return q === null && hasContact ? { contact: String(state.contact) } : { q: q ?? '' };
};
