import { describe, expect, test } from 'vitest';
import { rowsOfCsv } from '../../../src/claims/operations/customers/subscription-csv.ts';
import { Problem } from '../../../src/lib/result.ts';

const id = '11111111-2222-4333-8444-5555555555aa';
const header = 'subscriptionId,product,state';
const exchange = { subscriptionId: id, product: 'exchange', state: 'active' };

const read = (file: string | Uint8Array, charset?: string) => {
  const rows = rowsOfCsv(typeof file === 'string' ? Buffer.from(file) : file, charset);
  if (rows instanceof Problem) throw new Error(`${rows.code}: ${rows.detail}`);
  return rows;
};
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('Subscriptions are read from CSV', () => {
  const plain = `${header}\r\n${id},exchange,active\r\n`;
  test.each<[string, string | Uint8Array]>([
    ['as it should be', plain],
    ['with empty columns at the end', `${header},,\r\n${id},exchange,active,,\r\n`],
    ['with empty rows at the end', `${plain},,\r\n,,\r\n`],
    ['with an empty column in the middle', `subscriptionId,,product,state\n${id},,exchange,active\n`],
    ['quoted, with blanks', `${header}\n" ${id} ","exchange ","active"`],
    ['with tabs', plain.replaceAll(',', '\t')],
    ['with the separator named', `sep=;\r\n${plain.replaceAll(',', ';')}`],
    ['with lines that end in CR', plain.replaceAll('\r\n', '\r')],
    ['in capitals', plain.toUpperCase()],
    ['in UTF-8 with its mark', `\ufeff${plain}`],
    ['in UTF-16, little end first', Buffer.from(`\ufeff${plain}`, 'utf16le')],
    ['in UTF-16, big end first', utf16be(`\ufeff${plain}`)],
    ['in UTF-16 without its mark', Buffer.from(plain, 'utf16le')],
    ['in UTF-16 without its mark, big end first', utf16be(plain)],
  ])('%s', (_, file) => {
    expect(read(file)).toEqual({ rows: [{ path: 'rows.2', subscription: exchange }], errors: [], notes: [] });
  });

  test.each([
    ['Exchange', 'exchange'],
    ['Power BI', 'power-bi'],
    ['Dynamics 365 Sales', 'dynamics-365-sales'],
    ['Microsoft Dynamics 365 Sales', 'dynamics-365-sales'],
    ['finance and operations', 'finance-operations'],
    ['Finance and Operations (F&O) Bundle', 'finance-and-operations-f-o-bundle'],
    ['Microsoft 365 Apps', 'microsoft-365-apps-proplus'],
    ['Defender for Identity', 'microsoft-defender-for-identity'],
    ['Yammer', 'yammer'],
    ['Viva Engage', 'yammer'],
    ['Power Virtual Agents', 'power-virtual-agents'],
    ['Copilot Studio', 'power-virtual-agents'],
    ['Microsoft Entra ID', 'azure-active-directory-premium'],
    ['Dynamics 365 Customer Insights', 'dynamics-365-customer-insights'],
    ['Dynamics 365 Customer Insights - Data', 'dynamics-365-customer-insights'],
    ['Dynamics 365 Customer Insights - Journeys', 'dynamics-365-marketing'],
    ['Other', 'other'],
    ['Dynamics 365 Seals', 'Dynamics 365 Seals'],
  ])('with the product %s', (product, stored) => {
    const { rows, notes } = read(`${header}\n${id},${product},active`);
    expect(rows.map(({ subscription }) => subscription.product)).toEqual([stored]);
    const told = [{ path: 'rows.2.product', message: `Row 2: '${product}' was read as ${stored}.` }];
    expect(notes).toEqual([product.toLowerCase(), product].includes(stored) ? [] : told);
  });

  test('and each guess is told by its row', () => {
    const file = `Subscription ID;Product;State;Channel;Ends on\n${id};Power BI;In grace;Volume Licensing;2027-02-28`;
    const { rows, notes } = read(file);
    expect(rows[0]?.subscription).toEqual({
      subscriptionId: id,
      product: 'power-bi',
      state: 'in-grace',
      channel: 'volume-licensing',
      endsOn: '2027-02-28',
    });
    expect(notes.map(({ message }) => message)).toEqual([
      "Row 1: 'Subscription ID' was read as subscriptionId.",
      "Row 1: 'Ends on' was read as endsOn.",
      "Row 2: 'Power BI' was read as power-bi.",
      "Row 2: 'In grace' was read as in-grace.",
      "Row 2: 'Volume Licensing' was read as volume-licensing.",
    ]);
  });

  test('in Windows-1252, which is told', () => {
    const file = Buffer.concat([Buffer.from(`${header}\n${id},M`), Buffer.from([0xfc, 0x80]), Buffer.from(',active')]);
    const { rows, notes } = read(file);
    expect(rows[0]?.subscription.product).toBe('Mü€');
    expect(notes).toEqual([
      { path: 'rows', message: 'The file is not UTF-8. It was read as Windows-1252: check its letters.' },
    ]);
  });

  test('in the encoding that the sender names', () => {
    const file = Buffer.concat([Buffer.from(`${header}\n${id},`), Buffer.from([0x8c, 0x9f]), Buffer.from(',active')]);
    const { rows, notes } = read(file, 'shift_jis');
    expect({ product: rows[0]?.subscription.product, notes }).toEqual({ product: '検', notes: [] });
    // One that fits neither the bytes nor any decoder is passed over.
    expect(read(plain, 'utf-99').rows).toHaveLength(1);
  });

  test.each(['28.02.2027', '02/28/2027', '2027-02-31', '46081'])('but no day such as %s', (endsOn) => {
    const { rows, errors } = read(`${header},endsOn\n${id},exchange,active,${endsOn}`);
    expect(rows).toEqual([]);
    expect(errors).toEqual([
      {
        path: 'rows.2.endsOn',
        code: 'invalid-value',
        message: `Row 2: Must be a day such as 2026-11-20. '${endsOn}' is not read as one.`,
      },
    ]);
  });

  test('but no cell without a heading', () => {
    expect(read(`subscriptionId,product,,state\n${id},exchange,x,active`).errors).toEqual([
      {
        path: 'rows.2',
        code: 'invalid-value',
        message: "Row 2: 'x' has no heading. Name its column, or remove it.",
      },
    ]);
  });

  test.each([
    ['PK\u0003\u0004', 'malformed-csv', 'This is an Excel workbook. Save it as CSV, and send that.'],
    ['name,product,state', 'several-errors', '2 fields need a change.'],
    [
      'subscriptionId,product',
      'required',
      'rows.1.state: Row 1: Name this column. The columns are subscriptionId, product, state, channel, endsOn.',
    ],
  ])('but not from %j', (file, code, detail) => {
    expect(rowsOfCsv(Buffer.from(file))).toMatchObject({ code, detail });
  });
});
