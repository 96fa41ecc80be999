import { Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { catalogueOf, chosen, productOf } from '../domain/catalogue/catalogue.ts';
import type { Claim } from '../domain/claim.ts';
import { blankProperty, templateProperty } from '../domain/proof/poe-rules.ts';
import type { ClaimPolicy } from '../domain/request/policy-shape.ts';
import { shownDomain } from '../lib/hosts/idn.ts';
import { claimTitle } from '../words/claim-words.ts';
import { docxText, wordsDigest } from './docx-text.ts';
import { heading, paragraph, table } from './word-parts.ts';

/** Where something is left to write. */
const blank = '';
const title = 'Proof of execution';

/**
 * The template for a claim's proof of execution: what the claim says is filled in, the rest is for partner and customer. It
 * carries a digest of its own words, so that one which comes back as it left is known; they are read off a first making.
 */
export const poeTemplate = async (claim: Claim, policy: Pick<ClaimPolicy, 'templateMandatory'>): Promise<Buffer> => {
  const documentWith = (marks: Mark[]) => Packer.toBuffer(documentOf(claim, policy, marks));
  const words = docxText(await documentWith([])) ?? '';
  return documentWith([{ name: blankProperty, value: wordsDigest(words) }]);
};

type Mark = { name: string; value: string };

const documentOf = (
  claim: Claim,
  { templateMandatory }: Pick<ClaimPolicy, 'templateMandatory'>,
  marks: Mark[],
): Document => {
  const catalogue = catalogueOf(claim.catalogueVersion);
  const { area, activities } = chosen(catalogue, claim);
  const customerName = claim.customer.name ?? claim.revenue?.customerName;
  const months = catalogue.rules.acknowledgmentMonths;

  return new Document({
    title: `${title}: ${claim.name ?? claim.id}`,
    creator: claim.partnerName,
    lastModifiedBy: claim.partnerName,
    subject: claim.id,
    customProperties: [{ name: templateProperty, value: claim.id }, ...marks],
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: 'en-US' } } },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 120 } } },
        heading1: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 320, after: 120 } } },
      },
    },
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        footers: { default: footer(claim.id) },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          paragraph(
            `Complete all sections, have the customer sign section 3, and upload the document to the claim. ${templateMandatory ? isRequired : isOneWay}`,
          ),

          heading('1. Partner and customer'),
          table({
            header: ['Field', 'As on the claim'],
            widths: [3, 7],
            rows: [
              ['Partner', claim.partnerName],
              ['Partner location', claim.partnerLocation.name],
              ['MPN ID', claim.partnerLocation.mpnId],
              ['Customer', customerName ?? blank],
              ['Customer domain', shownDomain(claim.customer.domain)],
              ['Directory ID', claim.customer.directoryId],
              ['Claim', claimTitle(claim)],
              ['Solution area', area?.name ?? claim.solutionArea ?? blank],
              ['Activity', activities.map(({ name }) => name).join(', ') || blank],
              ...revenueRows(claim),
            ],
          }),

          heading('2. What was done'),
          paragraph(
            'For each product: what you, the partner, did for the customer, with results that can be measured, and from when to when.',
          ),
          table({
            header: ['Product', 'Service of the partner', 'From', 'To'],
            widths: [3, 5, 1.2, 1.2],
            rowHeight: 900,
            rows: productRows(claim).map((name) => [name, blank, blank, blank]),
          }),
          paragraph(blank),
          table({ header: ['Supporting documents'], widths: [1], rowHeight: 500, rows: [[blank], [blank]] }),

          heading('3. Customer acknowledgment'),
          paragraph(
            `For ${customerName ?? 'the customer'} I confirm that ${claim.partnerName} carried out what section 2 describes.`,
            { keepNext: true },
          ),
          paragraph(`The date below must lie within the ${months} months before the claim is submitted.`, {
            keepNext: true,
          }),
          table({
            header: ['Acknowledgment', 'Filled in by the customer'],
            widths: [3, 7],
            rowHeight: 600,
            together: true,
            rows: ['Signature', 'Name', 'Title', 'Date'].map((label) => [label, blank]),
          }),

          heading('4. Public sector'),
          paragraph(
            'Is the customer a public-sector body in the United States or Puerto Rico? Then the disclosure clause of the incentive programme must be attached and signed by the customer as well; a claim without it is refused.',
          ),
          paragraph('☐ Not a public-sector body there.'),
          paragraph('☐ It is one: the signed disclosure is attached.'),
        ],
      },
    ],
  });
};

const isRequired =
  'The claim cannot be submitted without this template, as a Word document; a signed scan and other documents can be added to it.';
const isOneWay = 'Other documents, such as a signed statement of work, serve as well if they show all of this.';

const revenueRows = ({ revenue = {} }: Claim): string[][] =>
  [
    ['Dynamics solution seller', revenue.dynamicsSolutionSellerName],
    ['ISV product or solution', revenue.isvProductName],
  ].flatMap(([label = '', value]) => (value === undefined ? [] : [[label, value]]));

/** A row for each product of the claim; some to fill in by hand where none is chosen yet. */
const productRows = ({ products, catalogueVersion }: Claim): string[] => {
  if (products.length === 0) return [blank, blank, blank];
  return products.map(({ code, subscriptionId }) => {
    const name = productOf(catalogueOf(catalogueVersion), code)?.name ?? code;
    return subscriptionId === undefined ? name : `${name}\nSubscription ${subscriptionId}`;
  });
};

const footer = (claimId: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ size: 18, children: [`${title} for claim ${claimId}, page `, PageNumber.CURRENT] }),
          new TextRun({ size: 18, children: [' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
