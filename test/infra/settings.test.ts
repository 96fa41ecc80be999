import { readFileSync } from 'node:fs';
import { describe, expect, inject, test } from 'vitest';
import type { Template } from '../../infra/template.ts';
import { readSettings, settingNames } from '../../src/settings.ts';
import { argumentsOf, textOf } from '../support/infra/arm-expressions.ts';
import { canPredict, predict } from '../support/infra/arm-snapshot.ts';

const template = inject('template');
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Settings that the Functions host and the Azure libraries read, not the app. */
const ofThePlatform = [
  'AZURE_CLIENT_ID',
  'APPLICATIONINSIGHTS_AUTHENTICATION_STRING',
  'AzureWebJobsStorage__blobServiceUri',
  'AzureWebJobsStorage__clientId',
  'AzureWebJobsStorage__credential',
  'AzureWebJobsStorage__queueServiceUri',
  'AzureWebJobsStorage__tableServiceUri',
  'CLAIMS_STORAGE__clientId',
  'CLAIMS_STORAGE__credential',
];

/** The names in `union(parameters(...), createObject('NAME', value, ...))`. */
const namesIn = (expression: unknown): string[] => {
  const [, object = ''] = argumentsOf(`${expression}`, 'union');
  return argumentsOf(object, 'createObject')
    .filter((_, index) => index % 2 === 0)
    .map(textOf);
};

const deployedNames = ({ resources }: Template): string[] => {
  const { parameters, template: module } = resources.functionApp?.properties ?? {};
  // The cast: parameters of a module.
  const { appSettings } = parameters as Record<string, { value: unknown }>;
  return [...namesIn(appSettings?.value), ...namesIn(module?.resources.settings?.properties)];
};

/** Something that each deployed setting may be. */
const values: Record<string, string> = {
  PUBLIC_URL: 'https://claims.example',
  CLAIMS_STORAGE__blobServiceUri: 'https://claims.blob.example',
  CLAIMS_STORAGE__queueServiceUri: 'https://claims.queue.example',
  CLAIMS_STORAGE__tableServiceUri: 'https://claims.table.example',
  MAIL_ENDPOINT: 'https://mail.example',
  MAIL_SENDER: 'donotreply@mail.example',
  SERVICE_NAME: 'Customer associations',
  SERVICE_OPERATOR: 'Contoso Services',
  SERVICE_CONTACT: 'help@contoso.example',
  AUTH_AUTHORITY: 'https://login.example/organizations/v2.0',
  AUTH_AUDIENCE: '11111111-1111-4111-8111-111111111111',
  FRONT_END_CLIENT_ID: '44444444-4444-4444-8444-444444444444',
  OPERATOR_DIRECTORY_ID: '22222222-2222-4222-8222-222222222222',
  DIRECTORY_AUTHORITY: 'https://login.example',
  DECISION_LINK_DAYS: '90',
  DECISION_LINK_KEYS: '[{"kid":"one","key":"bm90LWEtc2VjcmV0LW9ubHktYS1zYW1wbGUta2V5LTE"}]',
  PLATFORM_EVENTS_QUEUE: 'platform-events',
  AWAIT_POE_SCAN: 'on',
  CONSENT_WINDOW_BUSINESS_DAYS: '5',
  CONSENT_ON_SILENCE: 'expire',
  REMINDER_DAYS: '3,5',
  HOLIDAYS: '{}',
  APPLICATIONINSIGHTS_CONNECTION_STRING: 'InstrumentationKey=33333333-3333-4333-8333-333333333333',
};

describe.skipIf(template === undefined)('What is deployed', { meta: { needs: 'a Bicep compiler' } }, () => {
  // The cast: skipped without a template.
  const deployed = template === undefined ? [] : deployedNames(template as Template);

  test('sets nothing that neither the app nor the platform reads, and nothing twice', () => {
    expect(deployed.filter((name) => !settingNames.includes(name)).toSorted()).toEqual(ofThePlatform.toSorted());
    expect(new Set(deployed).size).toBe(deployed.length);
  });

  test('is all that the app needs to start', () => {
    const given = deployed.filter((name) => !ofThePlatform.includes(name));
    expect(given.toSorted()).toEqual(Object.keys(values).toSorted());
    expect(readSettings(values)).toMatchObject({ PUBLIC_URL: values.PUBLIC_URL, MAIL_ENDPOINT: values.MAIL_ENDPOINT });
  });

  test('has the defaults that the app has, where the parameters have any', () => {
    const parameters = template?.parameters ?? {};
    const defaults = readSettings({
      ...values,
      CONSENT_WINDOW_BUSINESS_DAYS: undefined,
      CONSENT_ON_SILENCE: undefined,
      REMINDER_DAYS: undefined,
      HOLIDAYS: undefined,
      SERVICE_NAME: undefined,
    });
    expect(parameters.consentWindowBusinessDays?.defaultValue).toBe(defaults.CONSENT_WINDOW_BUSINESS_DAYS);
    expect(parameters.serviceName?.defaultValue).toBe(defaults.SERVICE_NAME);
    expect(parameters.consentOnSilence?.defaultValue).toBe(defaults.CONSENT_ON_SILENCE);
    expect(parameters.reminderDays?.defaultValue).toBe(defaults.REMINDER_DAYS.join(','));
    expect(parameters.holidays?.defaultValue).toEqual(defaults.HOLIDAYS);
  });

  // The cast: a file of this project.
  const { parameters: given } = JSON.parse(read('infra/main.parameters.json')) as {
    parameters: Record<string, { value: string }>;
  };
  const known = Object.entries(template?.parameters ?? {});
  const needed = known.filter(([, { defaultValue }]) => defaultValue === undefined).map(([name]) => name);

  test('can have every parameter set by a variable of azd, which no output overwrites', () => {
    expect(Object.keys(given).toSorted()).toEqual(known.map(([name]) => name).toSorted());
    const variables = Object.values(given).map(({ value }) => /^\$\{(\w+)=?\w*\}$/.exec(value)?.[1]);
    expect(new Set(variables).size).toBe(known.length);
    expect(variables.filter((name) => Object.hasOwn(template?.outputs ?? {}, `${name}`))).toEqual([]);
  });

  test('has azd ask for its own two, and for who runs the service: it asks before a hook can set anything', () => {
    const asked = needed.filter((name) => !given[name]?.value.includes('='));
    expect(asked).toEqual(['environmentName', 'location', 'serviceOperator', 'serviceContact']);
  });
});

describe.skipIf(!canPredict)('The app starts', { timeout: 60_000, meta: { needs: 'a Bicep compiler' } }, () => {
  const holidays = (count: number) => ({
    DE: Array.from({ length: count }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toJSON().slice(0, 10)),
  });

  test.concurrent.each([
    { window: 5, days: 90 },
    { window: 1, reminderDays: 'none', days: 90 },
    { window: 38, reminderDays: '38', days: 90 },
    { window: 39, days: 92 },
    { window: 60, reminderDays: '1,60', free: 365, days: 499 },
    { window: 60, free: 1000, days: 730 },
    { window: 60, settings: { DECISION_LINK_DAYS: '134' }, days: 134 },
  ])('with a window of $window days, and links of $days', async ({ window, free, days, ...others }) => {
    const made = await predict({ consentWindowBusinessDays: window, holidays: holidays(free ?? 0), ...others });
    const { properties = {} } = made.find(({ name }) => name.endsWith('/appsettings')) ?? {};
    // What only Azure knows is an expression.
    const set = Object.entries(properties).map(([name, value]) => [
      name,
      `${value}`.startsWith('[') ? values[name] : `${value}`,
    ]);
    expect(readSettings(Object.fromEntries(set)).DECISION_LINK_DAYS).toBe(days);
  });
});
