import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { type ReactNode, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { LinkTabs } from '../parts/link-tabs.tsx';
import { PageHead } from '../parts/page.tsx';
import { searchFieldId } from '../shell/shortcuts.tsx';
import { useOperatorWords } from '../words/operator-words.ts';
import { ReasonDialogs } from './reason-dialog.tsx';

const useStyles = makeStyles({
  search: { flexGrow: 1, minWidth: 0 },
  input: { width: '100%', minWidth: 0 },
  form: {
    display: 'flex',
    alignItems: 'end',
    gap: tokens.spacingHorizontalS,
    width: 'min(26rem, calc(100vw - 4rem))',
  },
});

const rooms = [
  ['overview', '/operations'],
  ['claims', '/operations/claims'],
  ['messages', '/operations/messages'],
  ['customers', '/operations/customers'],
  ['mails', '/operations/mails'],
  ['log', '/operations/log'],
] as const;

/** The head that all pages of operators share: their title, the search, and the other pages. */
export const OperatorFrame = ({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) => {
  const words = useOperatorWords();
  const { pathname } = useLocation();
  return (
    <>
      <PageHead title={title} lead={lead} actions={<Search />} />
      <LinkTabs
        label={words.roomsLabel}
        tabs={rooms.map(([room, to]) => ({
          to,
          name: words.rooms[room],
          isCurrent: pathname === to || (room !== 'overview' && pathname.startsWith(`${to}/`)),
        }))}
      />
      <ReasonDialogs>{children}</ReasonDialogs>
    </>
  );
};

const claimId = /^ca-[0-9a-z]{9}-[0-9a-z]{8}$/i;

/** Finds claims of all partners; a claim ID leads straight to its claim. */
const Search = () => {
  const styles = useStyles();
  const words = useOperatorWords();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const [text, setText] = useState(query.get('q') ?? '');
  return (
    <search>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const q = text.trim();
          if (claimId.test(q)) void navigate(`/operations/claims/${q.toLowerCase()}`);
          else if (q !== '') void navigate(`/operations/search?${new URLSearchParams({ q })}`);
        }}
      >
        <Field label={words.search} className={styles.search}>
          <Input
            id={searchFieldId}
            className={styles.input}
            type="search"
            maxLength={200}
            contentBefore={<SearchRegular />}
            placeholder={words.searchHint}
            value={text}
            onChange={(_event, { value }) => setText(value)}
          />
        </Field>
        <Button type="submit">{words.searchAction}</Button>
      </form>
    </search>
  );
};
