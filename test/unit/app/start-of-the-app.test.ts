import { expect, test } from 'vitest';
import { bundleApp } from '../../../local/build.ts';

/** What every cold start loads, before anything is asked of the app. */

test('a start loads no client of a service, no document library and no telemetry: what needs them loads them', async () => {
  const { metafile } = await bundleApp();
  const main = Object.keys(metafile.outputs).find((file) => file.endsWith('dist/main.cjs')) ?? '';
  const loaded = new Set([main]);
  for (const file of loaded) {
    for (const { path, kind } of metafile.outputs[file]?.imports ?? []) {
      if (kind !== 'dynamic-import' && metafile.outputs[path]) loaded.add(path);
    }
  }
  const inputs = [...loaded].flatMap((file) => Object.entries(metafile.outputs[file]?.inputs ?? {}));
  const packages = new Set(
    inputs
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]),
  );
  expect(packages).toContain('durable-functions');
  for (const late of [
    '@azure/communication-email',
    '@azure/data-tables',
    '@azure/identity',
    '@azure/monitor-opentelemetry-exporter',
    '@azure/storage-blob',
    '@azure/storage-queue',
    '@opentelemetry/sdk-trace-base',
    '@opentelemetry/sdk-metrics',
    'docx',
    'file-type',
    'fontkit',
    'pdfkit',
    '@formatjs/intl-localematcher',
    'tldts',
    'windows-iana',
    'yauzl',
  ]) {
    expect(packages).not.toContain(late);
  }
});
