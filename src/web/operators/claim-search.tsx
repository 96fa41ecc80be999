import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { searchFieldId } from '../shell/shortcuts.tsx';
import { useOperatorWords } from '../words/operator-words.ts';
import { useSearched } from './use-searched.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalXS, width: 'min(28rem, calc(100vw - 4rem))' },
  line: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, minWidth: 0 },
  input: { width: '100%', minWidth: 0 },
  hint: { color: tokens.colorNeutralForeground2 },
});

const claimId = /^ca-[0-9a-z]{9}-[0-9a-z]{8}$/i;

/** Finds claims of all partners; a claim ID leads straight to its claim. An address of a contact stays out of the address bar. */
export const ClaimSearch = () => {
  const styles = useStyles();
  const words = useOperatorWords();
  const navigate = useNavigate();
  const hint = useId();
  const searched = useSearched();
  const [text, setText] = useState('q' in searched ? searched.q : searched.contact);
  const find = (what: string): void => {
    if (claimId.test(what)) void navigate(`/operations/claims/${what.toLowerCase()}`);
    else if (what.includes('@')) void navigate('/operations/search', { state: { contact: what } });
    else if (what !== '') void navigate(`/operations/search?${new URLSearchParams({ q: what })}`);
  };
  return (
    <search>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          find(text.trim());
        }}
      >
        <div className={styles.line}>
          <Field label={words.search} className={styles.field}>
            <Input
              id={searchFieldId}
              className={styles.input}
              type="search"
              maxLength={254}
              aria-describedby={hint}
              contentBefore={<SearchRegular />}
              value={text}
              onChange={(_event, { value }) => setText(value)}
            />
          </Field>
          <Button type="submit">{words.searchAction}</Button>
        </div>
        <Text id={hint} size={200} className={styles.hint}>
          {words.searchHint}
        </Text>
      </form>
    </search>
  );
};
