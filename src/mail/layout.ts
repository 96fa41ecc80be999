import type { Language } from '../domain/language.ts';
import { Html, html } from '../html/html.ts';
import { linesOf } from '../lib/clean-text.ts';
import { wordsIn } from '../words/words.ts';

/** The parts of every mail. One list of blocks gives the text part and the HTML part, so that they never disagree. */
export type Block =
  | { paragraph: string }
  /** What someone else wrote: set off, so that it never looks like the service's own words. */
  | { quote: string }
  | { facts: [label: string, value: string][] }
  | { list: string[] }
  /** A code to be typed: it stands out, and is one word to copy. */
  | { label: string; code: string }
  /** Small print, above or below the rest: a line that says who is writing, or a link with its whole address. */
  | { small: string }
  | { label: string; link: string }
  /** Without an address it is shown as what it is, a button of a preview. */
  | { button: string; href: string | undefined };

/** Each line is marked, the empty ones too: none of them can pass for a line of the service. */
const quotedLines = (text: string): string[] => linesOf(text).map((line) => `> ${line}`.trimEnd());

const asText = (block: Block, language: Language): string => {
  const { labelled } = wordsIn(language);
  // A paragraph of the service is one line: whatever follows it is from a text that the paragraph quotes.
  if ('paragraph' in block) return linesOf(block.paragraph).join('\n> ');
  if ('quote' in block) return quotedLines(block.quote).join('\n');
  if ('small' in block) return block.small;
  if ('code' in block) return labelled(block.label, block.code);
  if ('link' in block) return labelled(block.label, block.link);
  if ('facts' in block) return block.facts.map(([label, value]) => labelled(label, value)).join('\n');
  if ('list' in block) return block.list.map((item) => `- ${item}`).join('\n');
  return `${labelled(block.button, '').trimEnd()}\n${block.href ?? '…'}`;
};

/**
 * Colours are inline for mail programs that drop style sheets, and again by class for those that show mails dark: without
 * these, some turn the background dark and leave the text as it is. All pairs have a contrast of at least 4.5:1. On a phone,
 * each label stands above its value.
 */
const styles = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.back{background:#1b1a19!important}
.sheet{background:#292827!important;color:#f3f2f1!important}
.link{color:#8ec6f5!important}
.button{background:#8ec6f5!important;color:#10243a!important}
}
@media (max-width:480px){
.sheet>tbody>tr>td{padding:24px 16px!important}
.facts,.facts tbody,.facts tr,.facts th,.facts td{display:block!important}
.facts th{padding:8px 0 0!important}.facts td{padding:0!important}
}`;

const smallPrint = 'margin:0 0 12px;font-size:13px';

const asHtml = (block: Block, language: Language): Html => {
  if ('paragraph' in block) return html`<p style="margin:0 0 16px">${block.paragraph}</p>`;
  if ('quote' in block) {
    const [first = '', ...more] = linesOf(block.quote);
    return html`<blockquote style="margin:0 0 16px;padding:2px 0 2px 12px;border-left:4px solid #8a8886">${first}${more.map((line) => html`<br>${line}`)}</blockquote>`;
  }
  if ('small' in block) return html`<p style="${smallPrint}">${block.small}</p>`;
  if ('code' in block) {
    const label = wordsIn(language).labelled(block.label, '').trimEnd();
    return html`<p style="margin:0 0 16px">${label} <strong style="font:600 28px/1.3 Consolas,monospace;letter-spacing:4px;white-space:nowrap">${block.code}</strong></p>`;
  }
  if ('link' in block) {
    // The address is shown in full, since it is what a reader may compare.
    const label = wordsIn(language).labelled(block.label, '').trimEnd();
    return html`<p style="${smallPrint}">${label} <a class="link" href="${block.link}" style="color:#0b5a8f">${block.link}</a></p>`;
  }
  if ('list' in block) {
    return html`<ul style="margin:0 0 16px;padding-left:24px">${block.list.map((item) => html`<li>${item}</li>`)}</ul>`;
  }
  if ('facts' in block) {
    const row = ([label, value]: [string, string]) =>
      html`<tr><th scope="row" style="text-align:start;vertical-align:top;padding:4px 16px 4px 0;font-weight:600;overflow-wrap:normal">${label}</th>
<td style="vertical-align:top;padding:4px 0">${value}</td></tr>`;
    return html`<table class="facts" style="border-collapse:collapse;margin:0 0 16px"><tbody>${block.facts.map(row)}</tbody></table>`;
  }
  if (block.href === undefined) {
    return html`<p style="margin:24px 0"><span class="link" style="color:#0b5a8f;display:inline-block;padding:10px 22px;border-radius:4px;border:2px dashed currentColor;font-weight:600">${block.button}</span> …</p>`;
  }
  // Below the button stands whose site it opens. The whole address, which is long, is in the text part alone.
  return html`<p style="margin:24px 0 8px"><a class="button" href="${block.href}" style="background:#0b5a8f;color:#ffffff;display:inline-block;padding:12px 24px;border-radius:4px;text-decoration:none;font-weight:600">${block.button}</a></p>
<p style="margin:0 0 24px;font-size:13px"><a class="link" href="${block.href}" style="color:#0b5a8f">${new URL(block.href).host}</a></p>`;
};

const inHtml = (language: Language) => (block: Block) => asHtml(block, language);
const texts = (blocks: Block[], language: Language): string[] => blocks.map((block) => asText(block, language));

/** What stands above the title, and below everything, behind a line. */
export type Frame = { above: Block[]; below: Block[] };

const rule = html`<hr style="border:0;border-top:1px solid #c8c6c4;margin:24px 0 16px">`;

/** Text and HTML of a mail in one language. */
export const compose = (
  title: string,
  blocks: Block[],
  language: Language = 'en',
  { above, below }: Frame = { above: [], below: [] },
): { text: string; html: string } => ({
  text: `${[...texts(above, language), title, ...texts(blocks, language), ...texts(below, language)].join('\n\n')}\n`,
  html: html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${title}</title><style>${new Html(styles)}</style></head>
<body class="back" style="margin:0;background:#f3f2f1"><div role="article" aria-label="${title}" lang="${language}">
<table role="presentation" class="back" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;background:#f3f2f1"><tr><td align="center">
<table role="presentation" class="sheet" width="600" cellpadding="0" cellspacing="0" style="border-collapse:collapse;width:100%;max-width:600px;background:#ffffff;color:#1b1a19"><tr><td style="padding:32px 24px;text-align:start;font:16px/1.5 'Segoe UI',Arial,sans-serif;overflow-wrap:anywhere">
${above.map(inHtml(language))}
<h1 style="font-size:22px;line-height:1.3;margin:0 0 16px">${title}</h1>
${blocks.map(inHtml(language))}
${below.length > 0 && [rule, ...below.map(inHtml(language))]}
</td></tr></table>
</td></tr></table>
</div></body></html>`.text,
});
