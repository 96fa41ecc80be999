import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { LoadError } from './load-error.tsx';

/** What was read, or what stands in its place while it is not there. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { data, error, refetch } = query;
  if (error && data === undefined) return <LoadError error={error} onRetry={() => void refetch()} />;
  return data === undefined ? <ListSkeleton rows={4} /> : children(data);
}
