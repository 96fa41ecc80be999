import { makeStyles, tokens } from '@fluentui/react-components';

const narrow = '@media (max-width: 52rem)';
/** As a page at 400 % of its size. Fluent sorts such rules by their text: this has to come after the one above. */
const narrowest = '@media (max-width: 52rem) and (max-width: 22rem)';

/** Tables of the portal. In a narrow window each row is a card, and each cell says its column. */
export const useTableStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', [narrow]: { display: 'block', '& tbody': { display: 'block' } } },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  head: { [narrow]: { display: 'none' } },
  heading: {
    textAlign: 'start',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'nowrap',
  },
  row: {
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    [narrow]: {
      display: 'block',
      padding: `${tokens.spacingVerticalS} 0`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  first: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: 'top',
    [narrow]: { display: 'block', borderBottomStyle: 'none' },
  },
  cell: {
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    [narrow]: {
      display: 'grid',
      gridTemplateColumns: '7.5rem minmax(0, 1fr)',
      justifyItems: 'start',
      gap: tokens.spacingHorizontalS,
      borderBottomStyle: 'none',
      padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
      '::before': { content: 'attr(data-label)', color: tokens.colorNeutralForeground2 },
    },
    [narrowest]: { gridTemplateColumns: 'minmax(0, 1fr)', gap: 0 },
  },
});
