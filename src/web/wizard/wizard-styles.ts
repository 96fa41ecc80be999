import { makeStyles, tokens } from '@fluentui/react-components';

export const useWizardStyles = makeStyles({
  layout: {
    display: 'grid',
    gridTemplateColumns: '15rem minmax(0, 46rem)',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    '@media (max-width: 60rem)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  },
  sheets: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  sheet: { minWidth: 0 },
  section: { display: 'grid', gap: tokens.spacingVerticalS },
  step: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    // Otherwise the longest option of a list decides how wide its field is.
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)' },
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    '@media (max-width: 40rem)': { padding: 0 },
  },
  group: { display: 'grid', gap: tokens.spacingVerticalM, border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  state: { marginLeft: 'auto', color: tokens.colorNeutralForeground2 },
});
