/** A piece of HTML that needs no more escaping. */
export type Html = { readonly html: string };

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escapeText = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

type Value = string | number | Html | readonly Html[];

const render = (value: Value): string => {
  if (typeof value === 'string' || typeof value === 'number') return escapeText(`${value}`);
  return 'html' in value ? value.html : value.map((piece) => piece.html).join('');
};

/** Template tag: every value is escaped unless it came from this tag. */
export const html = (strings: TemplateStringsArray, ...values: Value[]): Html => ({
  html: strings.reduce((sum, text, index) => sum + render(values[index - 1] ?? '') + text),
});

const STYLE = `
:root { color-scheme: light dark; --line: #8a8886; --quiet: #605e5c; --accent: #0f548c; --hover: #0f548c14 }
@media (prefers-color-scheme: dark) { :root { --quiet: #c8c6c4; --accent: #8ec6f5; --hover: #8ec6f51f } }
html { background: Canvas; color: CanvasText }
body { font: 1rem/1.5 'Segoe UI', system-ui, sans-serif; max-width: 64rem; margin: 0 auto; padding: 1.5rem }
h1 { font-size: 1.6rem; font-weight: 600; margin: 0 0 .25rem } h1, h2 { overflow-wrap: anywhere } p.quiet, dt, td time { color: var(--quiet) }
a { color: var(--accent) } a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
table { border-collapse: collapse; width: 100% } th { text-align: left; font-weight: 600; white-space: nowrap }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top } td.text { overflow-wrap: anywhere }
td.whole, time { white-space: nowrap } .step { padding-left: calc(var(--depth) * 1.25rem) }
form.filter { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; margin: 1rem 0 }
label { display: block } input { display: block; font: inherit; padding: .35rem .5rem; min-width: 14rem }
button { font: inherit; padding: .45rem 1rem; border: 1px solid var(--line); border-radius: 4px; background: transparent; color: inherit; cursor: pointer }
button:hover { background: var(--hover) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem } dd { margin: 0; overflow-wrap: anywhere }
nav.tabs { display: flex; gap: 1.5rem; margin-top: 1rem } nav.tabs a[aria-current] { font-weight: 600; text-decoration: none; border-bottom: 3px solid }
iframe { width: 100%; height: 66rem; border: 1px solid var(--line); background: #fff } pre { white-space: pre-wrap; overflow-wrap: anywhere }
ul.people { list-style: none; padding: 0; max-width: 28rem } ul.people button { width: 100%; text-align: left; margin: .25rem 0; padding: .75rem 1rem }
ul.people small { display: block; color: var(--quiet) }
@media (max-width: 40rem) {
  body { padding: 1rem } iframe { height: 84rem } table, tbody, tr, td { display: block } thead { display: none }
  tr { padding: .5rem 0; border-bottom: 1px solid var(--line) }
  td { position: relative; min-height: 1.5rem; padding: 0 0 0 5rem; border: 0; overflow-wrap: anywhere } td.whole, time { white-space: normal }
  td::before { content: attr(data-column); position: absolute; left: 0; color: var(--quiet) } .step { padding-left: calc(var(--depth) * .5rem) }
}
`;

/** A whole page in the plain look of the local services. */
export const page = (title: string, body: Html): string =>
  html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>${{ html: STYLE }}</style></head>
<body><main>${body}</main></body>
</html>`.html;

/** A column of a table. What is `whole` keeps to one line; the others share the rest of the width. */
export type Column = { title: string; whole?: boolean };

/** A table; in a narrow window each row is a stack of cells, each beside the title of its column. */
export const table = (columns: Column[], rows: (string | Html)[][]): Html => {
  const head = columns.map(({ title }) => html`<th scope="col">${title}</th>`);
  const cell = (value: string | Html, { title, whole }: Column = { title: '' }) =>
    html`<td class="${whole ? 'whole' : 'text'}" data-column="${title}">${value}</td>`;
  const body = rows.map((row) => html`<tr>${row.map((value, index) => cell(value, columns[index]))}</tr>`);
  return html`<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
};

/** A moment, to the second. */
export const when = (iso: string): Html =>
  html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;

/** For an address that does not exist; `home` is the title of the page at `/`. */
export const missingPage = (home: string): string =>
  page(
    'Not found',
    html`<h1>There is no such page</h1><p>Nothing is at this address. <a href="/">${home}</a> is where to begin.</p>`,
  );
