import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { generatedPages } from '../../../local/docs/build-pages.ts';
import { apiRoutes } from '../../../src/functions/http/routes.ts';
import { problemKinds } from '../../../src/lib/problem-codes.ts';
import { settingNames } from '../../../src/settings.ts';
import { metricNames } from '../../../src/telemetry/metrics.ts';
import { cellsOf, meanSentence, proseLines } from '../../support/text/markdown.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
/** Every file of the project, without what is installed, built or kept by a stack that runs. */
const files = readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
  if (!entry.isDirectory()) return [entry.name];
  if (/^(?:node_modules|dist|\.git|\.local|\.test)$/.test(entry.name)) return [];
  return readdirSync(join(root, entry.name), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(entry.name, name).replaceAll('\\', '/'),
  );
});
const pages = files
  .filter((name) => name.endsWith('.md') && !name.startsWith('.github/'))
  .map((name) => ({ name, text: read(name) }));
/** Code spans of a page, those in fenced blocks left out. */
const spansIn = (text: string): string[] =>
  [...text.replaceAll(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);

/** The anchor that a heading gets. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
const anchorsIn = (name: string): string[] =>
  [...read(name).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));

// The casts: files of this project.
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const { parameters } = JSON.parse(read('infra/main.parameters.json')) as {
  parameters: Record<string, { value: string }>;
};
/** Variables of azd, of other programs and of the suite, which are no settings of the app. */
const otherVariables = [
  ...Object.values(parameters).flatMap(({ value }) => [...value.matchAll(/\$\{(\w+)/g)].map(([, name]) => name)),
  'AZURE_CLIENT_ID',
  'FUNCTIONS_WORKER_RUNTIME',
  'OTEL_EXPORTER_OTLP_HEADERS',
];

/** Files that a page may call by their last name alone. */
const fileNames = new Set(files.map((name) => basename(name)));
const folders = ['', 'src/', 'src/functions/', 'test/'];
const exists = (path: string): boolean =>
  folders.some((folder) => existsSync(join(root, folder, path))) ||
  files.some((name) => name.endsWith(`/${path}`)) ||
  (!path.includes('/') && fileNames.has(path));

describe.each(pages)('$name', ({ name, text }) => {
  test('links to pages, pictures and headings that there are', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)]
      .map(([, link, source]) => link ?? source ?? '')
      .filter((link) => !/^https?:/.test(link));
    const broken = links.filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? name : join(dirname(name), file);
      return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsIn(target).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  test('names addresses of the API that there are', () => {
    const known = apiRoutes([]).map((route) => `/${route.path.replaceAll(/\{\w+\}/g, '*')}`);
    // Requests of the API guide run as a test of their own.
    const told = text.replaceAll(/^```http.*?^```/gms, '');
    const named = [...told.matchAll(/(?<![\w.}/]|https?:)\/api\/[a-z][\w./{}$-]*(?<!\.)/g)].map(([address]) =>
      address.replaceAll(/\{\{?\w+\}?\}|\$\w+/g, '*'),
    );
    expect(named.filter((address) => !known.includes(address))).toEqual([]);
  });

  test('names commands and kinds of test that there are', () => {
    const commands = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, command = '']) => command);
    expect(commands.filter((command) => scripts[command] === undefined)).toEqual([]);
    const projects = [...text.matchAll(/--project (\w+)/g)].map(([, project]) => `test/${project}`);
    expect(projects.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
  });

  test('names files that there are', () => {
    const paths = spansIn(text).filter((span) => /^[\w.-]+(\/[\w.-]+)*\.(ts|mjs|md|json|bicep|yaml)$/.test(span));
    // Made on first use, each on one machine.
    const local = ['local.settings.json', '.local/secrets.json'];
    expect(paths.filter((path) => !exists(path) && !local.includes(path))).toEqual([]);
  });

  test('names settings that there are', () => {
    const named = spansIn(text).filter((span) => /^[A-Z]+(_[A-Z]+)+$/.test(span));
    expect(named.filter((setting) => ![...settingNames, ...otherVariables].includes(setting))).toEqual([]);
  });

  test('names codes of problems that there are', () => {
    const named = [...text.matchAll(/\b[45]\d\d `([a-z-]+)`/g)].map(([, code = '']) => code);
    expect(named.filter((code) => !Object.hasOwn(problemKinds, code))).toEqual([]);
  });

  test('has no line of prose over 120 characters', () => {
    expect(proseLines(text).filter((line) => line.length > 120)).toEqual([]);
  });
});

test('workflows and the devcontainer run commands that there are', () => {
  const steps = files.filter((name) => /^\.github\/workflows\/|^\.devcontainer\/|^\.ci\//.test(name)).map(read);
  expect(steps.length).toBeGreaterThan(4);
  const commands = steps.flatMap((text) => [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, command = '']) => command));
  expect(commands.length).toBeGreaterThan(3);
  expect(commands.filter((command) => scripts[command] === undefined)).toEqual([]);
});

describe('Generated pages', () => {
  test.each(Object.entries(generatedPages))('%s is what `npm run docs` writes', (name, page) => {
    expect(read(name)).toBe(page());
  });

  test('docs/problem-codes.md has every code', () => {
    const codes = [...read('docs/problem-codes.md').matchAll(/^\| `([a-z\d-]+)` \|/gm)].map(([, code]) => code);
    expect(codes).toEqual(Object.keys(problemKinds));
  });
});

describe('ARCHITECTURE.md', () => {
  const text = read('ARCHITECTURE.md');

  test('can be read whole: at most 1,500 words, and no cell of a table over 25', () => {
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(1500);
    const words = (cell: string): number => cell.split(/\s+/).filter((word) => /\w/.test(word)).length;
    expect(cellsOf(text).filter((cell) => words(cell) > 25)).toEqual([]);
  });

  test('names tests that there are', () => {
    const named = spansIn(text).filter((span) =>
      /^(unit|api|browser|faults|workflow|local|infra)\/[\w/-]*$/.test(span),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(
      named.filter(
        (path) => !existsSync(join(root, `test/${path}.test.ts`)) && !existsSync(join(root, `test/${path}`)),
      ),
    ).toEqual([]);
  });
});

test.each(['README.md', 'ARCHITECTURE.md'])('the mean sentence of %s has fewer than 18 words', (name) => {
  expect(meanSentence(read(name))).toBeLessThan(18);
});

test('docs/telemetry.md has every metric', () => {
  const named = [...read('docs/telemetry.md').matchAll(/^\| `([a-z_.]+)` \|/gm)].map(([, metric = '']) => metric);
  expect(named.toSorted()).toEqual(metricNames.toSorted());
});

test('docs/runbooks/README.md lists every runbook', () => {
  const there = files.filter((name) => /^docs\/runbooks\/(?!README)/.test(name)).map((name) => basename(name));
  const named = [...read('docs/runbooks/README.md').matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, page = '']) => page);
  expect(named.toSorted()).toEqual(there.toSorted());
});

test('docs/decisions/README.md lists every decision with its title and date', () => {
  const index = read('docs/decisions/README.md');
  const rows = files
    .filter((name) => /^docs\/decisions\/\d/.test(name))
    .map((name) => {
      const [, title] = /^# \d+\. (.+)$/m.exec(read(name)) ?? [];
      const [, date] = /^(\d{4}-\d{2}-\d{2}), (?:accepted|superseded by \d{4})$/m.exec(read(name)) ?? [];
      return `| [${basename(name).slice(0, 4)}](${basename(name)}) | ${title} | ${date} |`;
    });
  expect(rows.filter((row) => !index.includes(row))).toEqual([]);
  expect(index.match(/^\| \[\d{4}\]/gm)).toHaveLength(rows.length);
});
