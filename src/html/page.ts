import { createHash } from 'node:crypto';
import type { Language } from '../domain/language.ts';
import { Html, html } from './html.ts';

/** The style sheet of all pages. The content security policy allows it by hash, and no other style. */
const styles = `
:root{color-scheme:light dark;--back:#f3f2f1;--sheet:#fff;--text:#1b1a19;--quiet:#484644;--line:#c8c6c4;--edge:#605e5c;--accent:#0b5a8f;--on-accent:#fff;--note:#eff6fc;--wrong:#a4262c;--wrong-back:#fdf3f4}
@media screen and (prefers-color-scheme:dark){:root{--back:#141312;--sheet:#201f1e;--text:#f3f2f1;--quiet:#c8c6c4;--line:#4a4846;--edge:#a19f9d;--accent:#8ec6f5;--on-accent:#10243a;--note:#17303f;--wrong:#ff9aa0;--wrong-back:#3a1b1d}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:1rem/1.5 'Segoe UI',system-ui,sans-serif}
main{max-width:42rem;margin:0 auto;padding:2rem 1.25rem;background:var(--sheet);min-height:100vh;overflow-wrap:anywhere}
[lang=ja]{line-break:strict}[lang=ja] body{font-family:'Yu Gothic UI','Hiragino Sans','Noto Sans CJK JP',system-ui,sans-serif}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.15rem;margin:1.75rem 0 .5rem}
dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.35rem 1.25rem;margin:0 0 1rem}
dt{font-weight:600}dd{margin:0}
ul{padding-left:1.25rem}
fieldset{border:1px solid var(--edge);border-radius:4px;padding:1rem;margin:1rem 0}
legend{font-weight:600;padding:0 .4rem}
label{display:block;margin-bottom:.25rem}
.choice{display:flex;gap:.65rem;align-items:baseline;padding:.5rem 0}
input[type=radio],input[type=checkbox]{flex:none;width:1.1rem;height:1.1rem;margin:0;translate:0 .15rem;accent-color:var(--accent)}
textarea{width:100%;min-height:5rem;font:inherit;padding:.5rem;border:1px solid var(--edge);border-radius:4px;background:var(--sheet);color:inherit}
button{font:inherit;font-weight:600;background:var(--accent);color:var(--on-accent);border:1px solid transparent;border-radius:4px;padding:.75rem 1.5rem;min-height:44px;cursor:pointer}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--text);outline-offset:2px}
button.second{background:transparent;color:var(--accent);border-color:var(--edge)}
.code{font:1.25rem/1.5 ui-monospace,Consolas,monospace;letter-spacing:.2em;width:11rem;max-width:100%;min-height:44px;padding:.5rem;border:1px solid var(--edge);border-radius:4px;background:var(--sheet);color:inherit}
.note{border-left:4px solid var(--accent);background:var(--note);padding:.75rem 1rem;margin:1rem 0}
.error{border-left-color:var(--wrong);background:var(--wrong-back)}
.small,.hint{font-size:.875rem;color:var(--quiet)}
.hint{display:block}
.otherwise{margin:.75rem 0 0;padding-top:.75rem;border-top:1px solid var(--line)}
.byline{margin:0 0 1.25rem;padding-bottom:.75rem;border-bottom:1px solid var(--line);font-size:.875rem;color:var(--quiet)}
.about{margin-top:2rem;padding-top:.75rem;border-top:1px solid var(--line);font-size:.875rem;color:var(--quiet)}.about p{margin:0 0 .35rem}
.languages{display:flex;flex-wrap:wrap;gap:0 1rem;margin:0 0 1rem;padding:0;list-style:none}.languages a,.languages strong{display:inline-block;padding:.6rem 0}
.note p{margin:0 0 .5rem}.note p:last-child{margin:0}
code{font:.875rem/1.4 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
.files,.thread{grid-template-columns:1fr;gap:0}.files dd,.thread dd{margin-bottom:.5rem}.thread dd{white-space:pre-line}
details{margin-top:2rem;border-top:1px solid var(--line);padding-top:1rem}
summary{font-weight:600;cursor:pointer;padding:.6rem 0}
@media (max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
@media print{body,main{background:#fff}main{padding:0;max-width:none}.no-print,form{display:none}dl,li{break-inside:avoid}h2{break-after:avoid}body{font-size:11pt}}
`;

const styleHash = createHash('sha256').update(styles).digest('base64');

/** Headers of every page: no caching, no scripts, no framing, no referrer. */
export const pageHeaders: Record<string, string> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
};

/** What stands above the title of a page, and below its content. */
export type PageFrame = { above: Html; below: Html };

/** A whole page, in one language. */
export const page = (title: string, content: Html, language: Language = 'en', frame?: PageFrame): string =>
  html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${new Html(styles)}</style></head>
<body><main>${frame?.above}<h1>${title}</h1>
${content}
${frame?.below}</main></body></html>`.text;
