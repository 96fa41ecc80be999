import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html } from '../../../src/html/html.ts';
import { page, pageHeaders } from '../../../src/html/page.ts';
import { runs } from '../../support/claims/runs.ts';

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const read = (markup: string): string =>
  markup.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (name) => entities[name] ?? name);

describe('The html template', () => {
  test('lets no inserted text become markup, and loses none of it', () => {
    const hostile = fc.oneof(fc.string(), fc.constantFrom('</textarea>', '" onload="x', "' x='", '&lt;', '<!--', '&'));
    fc.assert(
      fc.property(hostile, (text) => {
        const { text: markup } = html`[${text}]`;
        expect(markup).not.toMatch(/[<>"']/);
        expect(read(markup)).toBe(`[${text}]`);
      }),
      { numRuns: runs(200) },
    );
  });

  test('inserts what it made itself as it is, and lists joined', () => {
    const items = ['a<b', 'c'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>`.text).toBe('<ul><li>a&lt;b</li><li>c</li></ul>');
  });

  test('leaves nothing for undefined and false, and writes numbers', () => {
    expect(html`${undefined}${false}${0}`.text).toBe('0');
  });
});

describe('A page', () => {
  test('escapes its title and allows its one style by hash, and nothing else', () => {
    const markup = page('<b>', html`<p>text</p>`);
    expect(markup).toContain('<h1>&lt;b&gt;</h1>');
    expect(pageHeaders['Content-Security-Policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
  });
});
