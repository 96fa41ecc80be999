import { Document, Packer, Paragraph } from 'docx';

/**
 * The template of a claim as a partner fills it in. The app knows the document by this property, which Word keeps when someone
 * writes in the template.
 */
export const filledTemplate = (claimId: string, title: string): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      customProperties: [{ name: 'ClaimId', value: claimId }],
      sections: [
        { children: ['Proof of execution', title, 'Signed by both parties.'].map((text) => new Paragraph(text)) },
      ],
    }),
  );
