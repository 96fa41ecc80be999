import * as z from 'zod';
import { settingGroups, settingRules } from '../../src/settings.ts';

/** One setting as the page shows it. `fallback` is undefined where the app does not start without it. */
export type SettingRow = {
  name: string;
  fallback: string | undefined;
  accepts: string;
  range?: { min: number; max: number };
  description: string;
};

const formats: Record<string, string> = {
  uri: 'URL',
  email: 'e-mail address',
  uuid: 'GUID',
  json: 'JSON',
  ncrontab: 'NCRONTAB expression',
};

const defaultOf = (value: unknown): string => {
  if (value === undefined) return '(none)';
  if (Array.isArray(value)) return `\`${value.join(',')}\``;
  return `\`${typeof value === 'object' ? JSON.stringify(value) : value}\``;
};

const rowOf = ([name, schema]: [string, z.ZodType]): SettingRow => {
  const { type, minimum, maximum, format, enum: values } = z.toJSONSchema(schema, { io: 'input' });
  const missing = schema.safeParse(undefined);
  const range = type === 'integer' && minimum !== undefined && maximum !== undefined;
  return {
    name,
    fallback: missing.success ? defaultOf(missing.data) : undefined,
    accepts: range
      ? `${minimum} to ${maximum}`
      : (values?.map((value) => `\`${value}\``).join(' or ') ?? formats[format ?? ''] ?? 'text'),
    ...(range ? { range: { min: minimum, max: maximum } } : {}),
    description: schema.description ?? '',
  };
};

/** Every setting by its group, in the order of the schema. */
export const settingRows = (): [group: string, rows: SettingRow[]][] =>
  Object.entries(settingGroups).map(([group, settings]) => [group, Object.entries(settings).map(rowOf)]);

const section = ([group, rows]: [string, SettingRow[]]): string =>
  [
    `## ${group}`,
    '',
    '| setting | default | accepts | meaning |',
    '|---|---|---|---|',
    ...rows.map(
      ({ name, fallback, accepts, description }) =>
        `| \`${name}\` | ${fallback ?? '**required**'} | ${accepts} | ${description} |`,
    ),
    '',
  ].join('\n');

/** A list item, with its lines cut at 120 characters. */
const item = (text: string): string => `- ${text}`.replaceAll(/(.{1,116})(?: |$)/g, '$1\n  ').trimEnd();

/** The text of `docs/settings.md`. */
export const settingsPage = (): string => `# Settings

<!-- Generated from src/settings.ts by \`npm run docs\`. Don't edit this file. -->

The app reads environment variables once, when it starts. A wrong or missing one stops the start, and the message names
each. Locally the stack sets them, and \`npm start -- --set NAME=value\` changes one. Core Tools reads them from
\`local.settings.json\` (see \`local.settings.sample.json\`). In Azure they are application settings of the function app:
[deploy.md](deploy.md#what-can-be-set) says how to set them there.

${settingRows().map(section).join('\n')}
## Rules that involve several settings

- \`CLAIMS_STORAGE\`, or all three of \`CLAIMS_STORAGE__blobServiceUri\`, \`CLAIMS_STORAGE__queueServiceUri\` and
  \`CLAIMS_STORAGE__tableServiceUri\`.
- \`MAIL_CONNECTION_STRING\` or \`MAIL_ENDPOINT\`.
${settingRules.map(({ name, error }) => item(`\`${name}\` ${error.replaceAll(/[A-Z_]{6,}/g, '`$&`')}.`)).join('\n')}

## Read by others

The Functions host reads \`AzureWebJobsStorage\` and \`FUNCTIONS_WORKER_RUNTIME\`, the Azure libraries read
\`AZURE_CLIENT_ID\`, and the OpenTelemetry exporter reads \`OTEL_EXPORTER_OTLP_HEADERS\`.
`;
