import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../api/api-context.ts';
import { catalogueQuery, partnerQuery } from '../api/queries.ts';
import { searchFieldId } from '../shell/shortcuts.tsx';
import { useWords } from '../words/words-context.ts';
import { type ListState, type Sort, sorts } from './list-state.ts';
import { StatusTabs } from './status-tabs.tsx';

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  search: { flexGrow: 1, minWidth: '14rem', maxWidth: '28rem' },
  choice: { minWidth: '9rem', '@media (max-width: 40rem)': { flexGrow: 1 } },
});

/** How long (ms) after the last key the list searches. */
const pauseMs = 300;

type Props = { state: ListState; onFilter: (changes: Partial<ListState>, how?: { replace?: boolean }) => void };

/** Tabs by status, search, filters and the order, all of them in the address bar. */
export const ListFilters = ({ state, onFilter }: Props) => {
  const styles = useStyles();
  const { list } = useWords();
  const api = useApi();
  const catalogue = useQuery(catalogueQuery(api)).data;
  const partner = useQuery(partnerQuery(api)).data;
  const isFiltered = state.q !== '' || state.area !== '' || state.location !== '';
  return (
    <>
      <StatusTabs state={state} />
      <search className={styles.filters}>
        <SearchField value={state.q} onSearch={(q) => onFilter({ q }, { replace: state.q !== '' })} />
        <Field label={list.area} className={styles.choice}>
          <Select value={state.area} onChange={(_event, { value }) => onFilter({ area: value })}>
            <option value="">{list.anyArea}</option>
            {catalogue?.solutionAreas.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={list.location} className={styles.choice}>
          <Select value={state.location} onChange={(_event, { value }) => onFilter({ location: value })}>
            <option value="">{list.anyLocation}</option>
            {partner?.locations.map(({ mpnId, name }) => (
              <option key={mpnId} value={mpnId}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={list.sort} className={styles.choice}>
          {/* The cast: the values of the options below. */}
          <Select value={state.sort} onChange={(_event, { value }) => onFilter({ sort: value as Sort })}>
            {sorts.map((sort) => (
              <option key={sort} value={sort}>
                {list.sorts[sort]}
              </option>
            ))}
          </Select>
        </Field>
        {isFiltered && (
          <Button appearance="subtle" onClick={() => onFilter({ q: '', area: '', location: '' })}>
            {list.clear}
          </Button>
        )}
      </search>
    </>
  );
};

const SearchField = ({ value, onSearch }: { value: string; onSearch: (q: string) => void }) => {
  const styles = useStyles();
  const { list } = useWords();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed starts a search.
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onSearch(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <Field label={list.search} className={styles.search}>
      <Input
        id={searchFieldId}
        type="search"
        contentBefore={<SearchRegular />}
        placeholder={list.searchHint}
        value={text}
        onChange={(_event, data) => setText(data.value)}
        onKeyDown={({ key }) => key === 'Enter' && text !== value && onSearch(text)}
      />
    </Field>
  );
};
