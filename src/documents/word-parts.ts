import { HeadingLevel, HeightRule, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';

/** The parts that a Word document of ours is made of: real headings, tables with marked header rows. */

/** Width of the text on the page, and what it is divided into, in twentieths of a point. */
export const textWidth = 9638;
const cellMargins = { top: 60, bottom: 60, left: 100, right: 100 };
const grey = 'F2F2F2';

// XML 1.0 has no place for these two, and a name may hold them.
const storable = (text: string): string => text.replaceAll(/[\ufffe\uffff]/g, '');

export const heading = (text: string): Paragraph =>
  new Paragraph({ text, heading: HeadingLevel.HEADING_1, keepNext: true });

/** `keepNext`: stands on the page of what follows. */
export const paragraph = (text: string, { keepNext = false } = {}): Paragraph =>
  new Paragraph({ children: [new TextRun(storable(text))], spacing: { after: 120 }, keepNext });

type CellOptions = { width: number; keepNext: boolean; bold?: boolean; shaded?: boolean };

const cell = (text: string, { width, keepNext, bold = false, shaded = false }: CellOptions): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: cellMargins,
    ...(shaded ? { shading: { type: ShadingType.CLEAR, fill: grey } } : {}),
    children: storable(text)
      .split('\n')
      .map((line) => new Paragraph({ keepNext, children: [new TextRun({ text: line, bold })] })),
  });

/**
 * A table whose first row is its header, repeated on every page. `widths` are shares of the page, `rowHeight` leaves room to
 * write, `together` keeps it on one page.
 */
export const table = ({
  header,
  rows,
  widths,
  rowHeight,
  together = false,
}: {
  header: string[];
  rows: string[][];
  widths: number[];
  rowHeight?: number;
  together?: boolean;
}): Table => {
  const whole = widths.reduce((sum, share) => sum + share, 0);
  const columnWidths = widths.map((share) => Math.round((share / whole) * textWidth));
  const width = (index: number): number => columnWidths[index] ?? 0;
  return new Table({
    columnWidths,
    width: { size: textWidth, type: WidthType.DXA },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: header.map((text, index) =>
          cell(text, { width: width(index), keepNext: true, bold: true, shaded: true }),
        ),
      }),
      ...rows.map(
        (cells, at) =>
          new TableRow({
            cantSplit: true,
            ...(rowHeight === undefined ? {} : { height: { value: rowHeight, rule: HeightRule.ATLEAST } }),
            children: cells.map((text, index) =>
              cell(text, { width: width(index), keepNext: together && at < rows.length - 1 }),
            ),
          }),
      ),
    ],
  });
};
