import { type Html, html } from '../html/html.ts';

/** The parts of every mail. One list of blocks gives the text part and the HTML part, so that they never disagree. */
export type Block =
  | { paragraph: string }
  | { facts: [label: string, value: string][] }
  | { list: string[] }
  | { button: string; href: string };

const asText = (block: Block): string => {
  if ('paragraph' in block) return block.paragraph;
  if ('facts' in block) return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
  if ('list' in block) return block.list.map((item) => `- ${item}`).join('\n');
  return `${block.button}:\n${block.href}`;
};

const asHtml = (block: Block): Html => {
  if ('paragraph' in block) return html`<p style="margin:0 0 16px">${block.paragraph}</p>`;
  if ('list' in block) {
    return html`<ul style="margin:0 0 16px;padding-left:24px">${block.list.map((item) => html`<li>${item}</li>`)}</ul>`;
  }
  if ('facts' in block) {
    const row = ([label, value]: [string, string]) =>
      html`<tr><th scope="row" style="text-align:left;vertical-align:top;padding:4px 16px 4px 0;font-weight:600;overflow-wrap:normal">${label}</th>
<td style="vertical-align:top;padding:4px 0">${value}</td></tr>`;
    return html`<table style="border-collapse:collapse;margin:0 0 16px"><tbody>${block.facts.map(row)}</tbody></table>`;
  }
  // The address stands below the button in full: a reader can see where it leads before following it.
  return html`<p style="margin:24px 0 8px"><a href="${block.href}" style="background:#0b5a8f;color:#ffffff;display:inline-block;padding:12px 24px;border-radius:4px;text-decoration:none;font-weight:600">${block.button}</a></p>
<p style="margin:0 0 24px;font-size:13px;word-break:break-all"><a href="${block.href}" style="color:#0b5a8f">${block.href}</a></p>`;
};

/** Text and HTML of a mail. */
export const compose = (title: string, blocks: Block[]): { text: string; html: string } => ({
  text: `${[title, ...blocks.map(asText)].join('\n\n')}\n`,
  html: html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body style="margin:0;background:#f3f2f1;color:#1b1a19;font:16px/1.5 'Segoe UI',Arial,sans-serif">
<div role="article" aria-label="${title}" style="max-width:600px;margin:0 auto;padding:32px 24px;background:#ffffff;overflow-wrap:anywhere">
<h1 style="font-size:22px;line-height:1.3;margin:0 0 16px">${title}</h1>
${blocks.map(asHtml)}
</div></body></html>`.text,
});
