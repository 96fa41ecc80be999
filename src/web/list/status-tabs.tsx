import { LinkTabs } from '../parts/link-tabs.tsx';
import { useWords } from '../words/words-context.ts';
import { type ListState, tabs, writeState } from './list-state.ts';

/** The list by status. */
export const StatusTabs = ({ state }: { state: ListState }) => {
  const { list } = useWords();
  return (
    <LinkTabs
      label={list.tabs}
      tabs={tabs.map((tab) => ({
        to: `?${writeState({ ...state, tab, page: 1, after: undefined, open: undefined })}`,
        name: list.tabNames[tab],
        isCurrent: tab === state.tab,
      }))}
    />
  );
};
