import { describe, expect, test } from 'vitest';
import { docxText } from '../../../src/documents/docx-text.ts';
import { poeTemplate } from '../../../src/documents/poe-template.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { completeRecord, usualPolicy } from '../../support/claims/records.ts';
import { unzip } from '../../support/text/unzip.ts';

const subscriptionId = '11111111-1111-4111-8111-111111111111';
const parts = async (changes: Partial<Claim> = {}) => unzip(await poeTemplate(completeRecord(changes), usualPolicy));
const textOf = async (changes: Partial<Claim> = {}): Promise<string> =>
  docxText(await poeTemplate(completeRecord(changes), usualPolicy)) ?? '';

describe('The template for proof of execution', () => {
  test('says what the claim says', async () => {
    const claim = completeRecord();
    const text = await textOf({ products: [{ code: 'power-bi' }, { code: 'dynamics-365-sales', subscriptionId }] });
    for (const said of [
      'Northwind Partners',
      'Northwind Seattle',
      '4512345',
      'Contoso',
      'contoso.example',
      claim.customer.directoryId,
      claim.id,
      claim.name,
      'Business Applications',
      'Pre-sales',
      'Power BI',
      'Dynamics 365 Sales',
      subscriptionId,
    ]) {
      expect(text).toContain(said);
    }
  });

  test('leaves lines for what the customer acknowledges, and tells the rules for it', async () => {
    const text = await textOf();
    for (const line of ['Signature', 'Name', 'Title', 'Date']) expect(text.split('\n')).toContain(line);
    expect(text).toContain('within the 12 months before the claim is submitted');
    expect(text).toContain('public-sector body in the United States or Puerto Rico');
  });

  test('has what revenue association asks for, and rows to fill in where no product is chosen', async () => {
    const revenue = { dynamicsSolutionSellerName: 'Sam Centrell', customerName: 'Contoso', isvProductName: 'Ledger' };
    const chosen = await textOf({ track: 'revenue_association', activities: ['revenue'], revenue });
    expect(chosen).toContain('Sam Centrell');
    expect(chosen).toContain('Ledger');
    expect((await parts({ products: [] })).get('word/document.xml')?.match(/<w:tr>/g)?.length).toBeGreaterThan(15);
  });

  test('has real headings, marked header rows, a language and a title', async () => {
    const files = await parts();
    const document = files.get('word/document.xml') ?? '';
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(4);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(document.match(/<w:tbl>/g)?.length ?? 0);
    expect(files.get('word/styles.xml')).toContain('<w:lang w:val="en-US"/>');
    expect(files.get('docProps/core.xml')).toContain('<dc:title>Proof of execution: Contoso roll-out</dc:title>');
  });

  test('takes names as data', async () => {
    const name = '<w:br/> & "Contoso" \ufffe ]]>';
    const document = (await parts({ name })).get('word/document.xml') ?? '';
    expect(document).toContain('&lt;w:br/&gt; &amp;');
    expect(document).not.toContain('\ufffe');
    expect(await textOf({ name })).toContain('<w:br/> & "Contoso"  ]]>');
  });
});
