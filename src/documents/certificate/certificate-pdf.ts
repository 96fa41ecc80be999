import PDFDocument from 'pdfkit';
import type { CertificateFacts } from '../../domain/record/certificate.ts';
import { certificateWordsIn } from '../../words/certificate/certificate-words.ts';
import { type Block, type Certified, certificateContent } from './certificate-content.ts';
import { factsEntry } from './certificate-facts.ts';
import { type Face, facesFor } from './pdf-fonts.ts';
import { linesOf, type Placed } from './pdf-lines.ts';

/** Sizes in points, on A4. */
const margin = 56;
const contentWidth = 595 - 2 * margin;
const bottom = 842 - margin - 24;
const labelWidth = 128;
const gap = 10;
const styles = {
  title: { size: 20, above: 0, below: 10, colour: '#1b1a19' },
  heading: { size: 13, above: 16, below: 6, colour: '#0b5a8f' },
  text: { size: 9.5, above: 0, below: 6, colour: '#1b1a19' },
  small: { size: 8.5, above: 0, below: 4, colour: '#484644' },
} as const;
const labelColour = '#484644';
const lineHeight = 1.4;

type Page = { document: PDFKit.PDFDocument; faces: [Face, ...Face[]]; y: number };

/**
 * The certificate of a claim. It depends on what it is made of and on nothing else: the same state of a claim gives the same bytes.
 * `facts`: what the service reads in it again.
 */
export const certificatePdf = async (
  certified: Certified,
  { facts, fonts }: { facts: CertificateFacts; fonts: URL },
): Promise<Buffer> => {
  const { claim, language } = certified;
  const words = certificateWordsIn(language);
  const blocks = certificateContent(certified);
  const faces = await facesFor(textsOf(blocks, words.page(0, 0), claim.id), fonts);
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    // No font of its own, which would be read from a folder that is not deployed. The cast: the types know only names.
    font: null as unknown as string,
    info: { Title: `${words.title}: ${claim.id}`, CreationDate: new Date(claim.updatedAt), ...factsEntry(facts) },
  });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve, reject) => document.once('end', resolve).once('error', reject));
  for (const { name, bytes } of faces) document.registerFont(name, bytes);
  const page: Page = { document, faces, y: margin };
  for (const block of blocks) drawBlock(page, block);
  drawFooters(page, (number, count) => `${claim.id} · ${words.page(number, count)}`);
  document.end();
  await ended;
  return Buffer.concat(parts);
};

const textsOf = (blocks: Block[], ...more: string[]): string[] =>
  [
    ...more,
    '0123456789·[]+ABCDEF',
    ...blocks.flatMap((block) => (block.kind === 'facts' ? block.rows.flat() : [block.text])),
  ].map((text) => text.normalize('NFC'));

const drawBlock = (page: Page, block: Block): void => {
  if (block.kind !== 'facts') drawText(page, block);
  else for (const [label, ...values] of block.rows) drawFact(page, label, values);
};

const drawText = (page: Page, { kind, text }: Exclude<Block, { kind: 'facts' }>): void => {
  const { size, above, below, colour } = styles[kind];
  if (page.y > margin) page.y += above;
  // A heading does not stand alone at the end of a page.
  if (kind === 'heading') makeRoom(page, 5 * size * lineHeight);
  for (const line of linesIn(page, text, size, contentWidth)) {
    makeRoom(page, size * lineHeight);
    drawLine(page, line, { x: margin, size, colour });
    page.y += size * lineHeight;
  }
  page.y += below;
};

/** A label, and its values beside it, line by line. */
const drawFact = (page: Page, label: string, values: string[]): void => {
  const { size, colour } = styles.text;
  const labels = linesIn(page, label, size, labelWidth);
  const lines = values.flatMap((value) => linesIn(page, value, size, contentWidth - labelWidth - gap));
  const count = Math.max(labels.length, lines.length);
  // What is short stays on one page.
  if (count <= 8) makeRoom(page, count * size * lineHeight);
  for (let at = 0; at < count; at += 1) {
    makeRoom(page, size * lineHeight);
    drawLine(page, labels[at] ?? [], { x: margin, size, colour: labelColour });
    drawLine(page, lines[at] ?? [], { x: margin + labelWidth + gap, size, colour });
    page.y += size * lineHeight;
  }
  page.y += 3;
};

const makeRoom = (page: Page, height: number): void => {
  if (page.y + height <= bottom) return;
  page.document.addPage();
  page.y = margin;
};

const linesIn = ({ document, faces }: Page, text: string, size: number, width: number): Placed[][] =>
  linesOf(text, width, faces, (run) => document.font(run.face.name).fontSize(size).widthOfString(run.text));

type Where = { x: number; size: number; colour: string };

/** Fonts differ in height: all stand on one base line. */
const drawLine = ({ document, y }: Page, line: Placed[], { x, size, colour }: Where): void => {
  document.fillColor(colour);
  for (const { face, text, x: offset } of line) {
    document
      .font(face.name)
      .fontSize(size)
      .text(text, x + offset, y + size, { lineBreak: false, baseline: 'alphabetic' });
  }
};

/** On every page, once it is known how many there are. */
const drawFooters = (page: Page, footer: (number: number, count: number) => string): void => {
  const { count } = page.document.bufferedPageRange();
  const { size, colour } = styles.small;
  for (let at = 0; at < count; at += 1) {
    page.document.switchToPage(at);
    const [line = []] = linesIn(page, footer(at + 1, count), size, contentWidth);
    drawLine({ ...page, y: bottom + 16 }, line, { x: margin, size, colour });
  }
};
