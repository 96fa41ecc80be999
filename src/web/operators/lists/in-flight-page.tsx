import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useApi } from '../../api/api-context.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Card } from '../../parts/page.tsx';
import { useOperatorWords } from '../../words/operator-words.ts';
import { DoneBar } from '../done-bar.tsx';
import { OperatorFrame } from '../operator-frame.tsx';
import { inFlightQuery, inFlightStates } from '../operator-queries.ts';
import { InFlightTable } from './in-flight-table.tsx';
import { ListPages } from './list-pages.tsx';
import { RedriveMany } from './redrive-many.tsx';
import { StateTabs } from './state-tabs.tsx';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
});

/** Claims in flight of all partners, by what they wait for. */
export const InFlightPage = () => {
  const styles = useStyles();
  const words = useOperatorWords();
  const [query] = useSearchParams();
  const [done, setDone] = useState('');
  const state = inFlightStates.find((known) => known === query.get('state')) ?? 'stuck';
  const claims = useQuery(inFlightQuery(useApi(), state, query.get('after') ?? undefined));
  const canRedrive = state === 'stuck' || state === 'attention';
  return (
    <OperatorFrame title={words.rooms.claims} lead={words.stateHints[state]}>
      <DoneBar text={done} />
      <StateTabs state={state} />
      <Card>
        <Loaded query={claims}>
          {({ value, next }) =>
            value.length === 0 && next === undefined ? (
              <Notice title={words.empty[state]} />
            ) : (
              <>
                <div className={styles.head}>
                  <Text>{words.shown(value.length)}</Text>
                  {canRedrive && <RedriveMany state={state} onDone={setDone} />}
                </div>
                <InFlightTable state={state} claims={value} onDone={setDone} />
                <ListPages next={next} />
              </>
            )
          }
        </Loaded>
      </Card>
    </OperatorFrame>
  );
};
