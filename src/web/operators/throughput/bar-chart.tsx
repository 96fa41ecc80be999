import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { ticksUpTo } from './chart-scale.ts';

const useStyles = makeStyles({
  // The figures of the lines stand left of the plot.
  plot: { paddingInlineStart: '2.25rem', paddingInlineEnd: tokens.spacingHorizontalM },
  svg: { display: 'block', width: '100%', overflow: 'visible' },
  line: {
    stroke: tokens.colorNeutralStroke2,
    '@media (forced-colors: active)': { stroke: 'GrayText' },
  },
  text: {
    fill: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  first: {
    fill: tokens.colorCompoundBrandStroke,
    backgroundColor: tokens.colorCompoundBrandStroke,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { fill: 'Highlight', backgroundColor: 'Highlight' },
  },
  second: {
    fill: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralForeground3,
    forcedColorAdjust: 'none',
    // Hollow, since two colours of a reader's choice may be alike.
    '@media (forced-colors: active)': {
      fill: 'Canvas',
      stroke: 'CanvasText',
      backgroundColor: 'Canvas',
      boxShadow: 'inset 0 0 0 1px CanvasText',
    },
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    listStyle: 'none',
    margin: `0 0 ${tokens.spacingVerticalM}`,
    padding: 0,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  swatch: { width: '0.75rem', height: '0.75rem', borderRadius: tokens.borderRadiusSmall },
});

/** Heights in px: of the plot, of the labels below it, and of the least bar that can be seen. */
const plotHeight = 150;
const labelHeight = 24;
const leastHeight = 2;
/** Part of a place on the axis that its bars fill. */
const fill = 0.7;
/** Every so many places have a label, counted from the last. */
const labelEvery = 4;

/** `tip` says the bars of a place in words. */
export type BarPlace = { key: string; label: string; tip: string; values: number[] };
type Props = {
  title: string;
  /** What the bars show, for those who do not see them. */
  description: string;
  /** Names of the one or two series. */
  series: [string, string?];
  places: BarPlace[];
  figureOf: (value: number) => string;
};

/** Bars beside each other for each place of an axis. The figures themselves belong into a table nearby. */
export const BarChart = ({ title, description, series, places, figureOf }: Props) => {
  const styles = useStyles();
  const id = useId();
  const ticks = ticksUpTo(Math.max(...places.flatMap(({ values }) => values)));
  const top = ticks.at(-1) ?? 1;
  const heightOf = (value: number): number => (value === 0 ? 0 : Math.max(leastHeight, (value / top) * plotHeight));
  const place = 100 / places.length;
  const names = series.filter((name) => name !== undefined);
  const width = (place * fill) / names.length;
  const colors = [styles.first, styles.second];
  return (
    <div>
      <ul className={styles.legend} aria-hidden>
        {names.map((name, at) => (
          <li key={name} className={styles.entry}>
            <span className={mergeClasses(styles.swatch, colors[at])} />
            <Text size={200}>{name}</Text>
          </li>
        ))}
      </ul>
      <div className={styles.plot}>
        <svg
          role="img"
          aria-labelledby={`${id}-title ${id}-description`}
          className={styles.svg}
          height={plotHeight + labelHeight}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-description`}>{description}</desc>
          {ticks.map((value) => (
            <g key={value}>
              <line
                x1="0"
                x2="100%"
                y1={plotHeight - (value / top) * plotHeight}
                y2={plotHeight - (value / top) * plotHeight}
                className={styles.line}
              />
              <text x="-8" y={plotHeight - (value / top) * plotHeight + 4} textAnchor="end" className={styles.text}>
                {figureOf(value)}
              </text>
            </g>
          ))}
          {places.map(({ key, label, tip, values }, at) => (
            <g key={key}>
              <title>{tip}</title>
              {/* Catches the pointer where a bar is low or missing. */}
              <rect x={`${at * place}%`} y={0} width={`${place}%`} height={plotHeight} fill="transparent" />
              {values.map((value, which) => (
                <rect
                  key={names[which]}
                  x={`${at * place + (place * (1 - fill)) / 2 + which * width}%`}
                  y={plotHeight - heightOf(value)}
                  width={`${width}%`}
                  height={heightOf(value)}
                  className={colors[which]}
                />
              ))}
              {(places.length - 1 - at) % labelEvery === 0 && (
                <text x={`${(at + 0.5) * place}%`} y={plotHeight + 18} textAnchor="middle" className={styles.text}>
                  {label}
                </text>
              )}
            </g>
          ))}
        </svg>
      </div>
    </div>
  );
};
