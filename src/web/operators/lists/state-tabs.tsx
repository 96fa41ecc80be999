import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { RouterLink } from '../../parts/router-link.tsx';
import { useOperatorWords } from '../../words/operator-words.ts';
import { type InFlightState, inFlightStates } from '../operator-queries.ts';

const useStyles = makeStyles({
  tabs: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginBottom: tokens.spacingVerticalM },
  tab: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    ':hover': { textDecorationLine: 'none', backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  current: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** The lists of claims in flight, each a link. */
export const StateTabs = ({ state }: { state: InFlightState }) => {
  const styles = useStyles();
  const words = useOperatorWords();
  return (
    <nav className={styles.tabs} aria-label={words.rooms.claims}>
      {inFlightStates.map((each) => (
        <RouterLink
          key={each}
          to={`/operations/claims?state=${each}`}
          appearance="subtle"
          className={mergeClasses(styles.tab, each === state && styles.current)}
          {...(each === state ? { 'aria-current': 'page' as const } : {})}
        >
          {words.states[each]}
        </RouterLink>
      ))}
    </nav>
  );
};
