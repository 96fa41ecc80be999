import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSettings, settingNames } from '../../../src/settings.ts';

const sampleFile = new URL('../../../local.settings.sample.json', import.meta.url);
// The cast: a file of this project.
const { Values } = JSON.parse(readFileSync(sampleFile, 'utf8')) as { Values: Record<string, string> };
// Settings of the Functions host itself.
const { FUNCTIONS_WORKER_RUNTIME, AzureWebJobsStorage, ...sample } = Values;

const complaint = (changes: Record<string, string | undefined>): string => {
  try {
    readSettings({ ...sample, ...changes });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return '';
};
const named = (message: string): string[] => [...message.matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name ?? '');

const key = 'bm90LWEtc2VjcmV0LW9ubHktYS1zYW1wbGUta2V5LTE';

describe('The settings', () => {
  test('of the sample start the app, and each is a setting that the app knows', () => {
    expect(FUNCTIONS_WORKER_RUNTIME).toBe('node');
    expect(AzureWebJobsStorage).toBeTruthy();
    expect(readSettings(sample)).toMatchObject({ REMINDER_DAYS: [3, 5], CONSENT_WINDOW_BUSINESS_DAYS: 5 });
    expect(Object.keys(sample).filter((name) => !settingNames.includes(name))).toEqual([]);
  });

  test.each(['https://claims.example', 'http://localhost:7071', 'http://127.0.0.1:7071/', 'http://[::1]:7071'])(
    'may have %s as the address of links: nobody on the way reads them',
    (address) => {
      expect(readSettings({ ...sample, PUBLIC_URL: address }).PUBLIC_URL).toBe(address);
    },
  );

  test('that are missing are all named at once, in words', () => {
    const gone = { PUBLIC_URL: '', MAIL_SENDER: undefined, CLAIMS_STORAGE: '', MAIL_CONNECTION_STRING: '' };
    const message = complaint({ ...gone, CONSENT_WINDOW_BUSINESS_DAYS: '0' });
    expect(named(message).toSorted()).toEqual([...Object.keys(gone), 'CONSENT_WINDOW_BUSINESS_DAYS'].toSorted());
    expect(message).toContain('PUBLIC_URL is missing\n');
    expect(message).toContain('CONSENT_WINDOW_BUSINESS_DAYS must be at least 1');
  });

  test('that the sample leaves out have a value of their own, or are another way to say the same', () => {
    const others = settingNames.filter((name) => !Object.hasOwn(sample, name));
    const settings: Record<string, unknown> = readSettings(sample);
    expect(others.filter((name) => settings[name] === undefined).toSorted()).toEqual([
      'APPLICATIONINSIGHTS_CONNECTION_STRING',
      'CLAIMS_STORAGE__blobServiceUri',
      'CLAIMS_STORAGE__queueServiceUri',
      'CLAIMS_STORAGE__tableServiceUri',
      'MAIL_ENDPOINT',
      'OPERATIONS_CONTACT',
      'OPERATOR_DIRECTORY_ID',
      'OTEL_EXPORTER_OTLP_ENDPOINT',
    ]);
  });

  test.each([
    'PUBLIC_URL',
    'CLAIMS_STORAGE',
    'MAIL_CONNECTION_STRING',
    'MAIL_SENDER',
    'SERVICE_OPERATOR',
    'SERVICE_CONTACT',
    'AUTH_AUTHORITY',
    'AUTH_AUDIENCE',
    'DECISION_LINK_KEYS',
  ])('without %s do not start the app, and say so', (name) => {
    expect(named(complaint({ [name]: undefined }))).toEqual([name]);
    expect(named(complaint({ [name]: '' }))).toEqual([name]);
  });

  test.each([
    ['PUBLIC_URL', 'hunter2'],
    ['PUBLIC_URL', 'http://hunter2.example'],
    ['PUBLIC_URL', 'http://localhost.hunter2.example'],
    ['PUBLIC_URL', 'http://127.0.0.1.hunter2.example'],
    ['PUBLIC_URL', 'ftp://localhost/hunter2'],
    ['CLAIMS_STORAGE__blobServiceUri', 'hunter2'],
    ['CLAIMS_STORAGE__queueServiceUri', 'hunter2'],
    ['CLAIMS_STORAGE__tableServiceUri', 'hunter2'],
    ['MAIL_ENDPOINT', 'hunter2'],
    ['MAIL_SENDER', 'hunter2'],
    ['SERVICE_CONTACT', 'hunter2'],
    ['SERVICE_NAME', 'hunter2'.repeat(12)],
    ['SERVICE_OPERATOR', 'hunter2\nhunter2'],
    ['AUTH_AUTHORITY', 'hunter2'],
    ['DIRECTORY_AUTHORITY', 'hunter2'],
    ['OPERATOR_DIRECTORY_ID', 'hunter2'],
    ['DECISION_LINK_KEYS', 'hunter2'],
    ['DECISION_LINK_KEYS', '[]'],
    ['RETENTION_DAYS', 'hunter2'],
    ['RETENTION_DAYS', '{"approved":1}'],
    ['DECISION_LINK_DAYS', '0'],
    ['DECISION_LINK_DAYS', '731'],
    ['DECISION_LINK_DAYS', '23'],
    ['CONSENT_WINDOW_BUSINESS_DAYS', '61'],
    ['CONSENT_WINDOW_BUSINESS_DAYS', 'hunter2'],
    ['CONSENT_ON_SILENCE', 'hunter2'],
    ['REMINDER_DAYS', '3;5'],
    ['REMINDER_DAYS', '5,3'],
    ['REMINDER_DAYS', '0,3'],
    ['REMINDER_DAYS', '3,6'],
    ['POE_MAX_BYTES', '1e12'],
    ['POE_MAX_FILES', '2.5'],
    ['RECONCILE_GRACE_SECONDS', '-1'],
    ['HOLIDAYS', 'hunter2'],
    ['HOLIDAYS', '["2026-12-25"]'],
    ['DRAFT_NOTICE_DAYS', '60'],
    ['DRAFT_EXPIRY_DAYS', '0'],
    ['PLATFORM_EVENTS_QUEUE', 'Platform_Events'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'hunter2'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'grpc://hunter2:4317'],
    ['APPLICATIONINSIGHTS_CONNECTION_STRING', 'InstrumentationKey=hunter2'],
    ['OTEL_METRIC_EXPORT_INTERVAL', '0'],
    ['OTEL_BSP_SCHEDULE_DELAY', 'hunter2'],
  ])('with a wrong %s (%s) do not start the app: it is named, its value is not told', (name, value) => {
    const message = complaint({ [name]: value });
    expect(named(message)).toContain(name);
    expect(message).not.toContain('hunter2');
  });

  test.each([
    ['a short key', [{ kid: 'a', key: 'c2hvcnQ-secret' }]],
    [
      'a kid twice',
      [
        { kid: 'a', key },
        { kid: 'a', key },
      ],
    ],
    ['a key without kid', [{ key }]],
    ['more than a key', [{ kid: 'a', key, secret: 'x' }]],
  ])('with %s in the ring do not start the app, and the key is not told', (_, ring) => {
    const message = complaint({ DECISION_LINK_KEYS: JSON.stringify(ring) });
    expect(message).toMatch(/^ {2}DECISION_LINK_KEYS/m);
    expect(message).not.toContain('secret-');
    expect(message).not.toContain(key);
    expect(message).not.toContain('c2hvcnQ');
  });

  test('that are wrong are named all at once', () => {
    expect(named(complaint({ PUBLIC_URL: undefined, MAIL_SENDER: 'x', POE_MAX_FILES: '0' })).toSorted()).toEqual([
      'MAIL_SENDER',
      'POE_MAX_FILES',
      'PUBLIC_URL',
    ]);
  });

  test('may name services instead of connection strings', () => {
    const { CLAIMS_STORAGE: _, MAIL_CONNECTION_STRING: __, ...rest } = sample;
    const services = {
      CLAIMS_STORAGE__blobServiceUri: 'https://a.blob.core.windows.net',
      CLAIMS_STORAGE__queueServiceUri: 'https://a.queue.core.windows.net',
      CLAIMS_STORAGE__tableServiceUri: 'https://a.table.core.windows.net',
      MAIL_ENDPOINT: 'https://a.communication.azure.com',
    };
    expect(readSettings({ ...rest, ...services })).toMatchObject(services);
    for (const service of ['CLAIMS_STORAGE__queueServiceUri', 'CLAIMS_STORAGE__tableServiceUri']) {
      expect(() => readSettings({ ...rest, ...services, [service]: undefined })).toThrow(/CLAIMS_STORAGE is missing/);
    }
  });

  test.each([
    ['de', '{"de":["2026-12-25"]}'],
    ['DE.1', '{"DE":["2026-12-25","2026-02-29"]}'],
    ['DE.0', '{"DE":["25.12.2026"]}'],
  ])('name the holiday that is wrong: %s', (place, value) => {
    expect(named(complaint({ HOLIDAYS: value }))).toEqual([`HOLIDAYS.${place}`]);
  });

  test('take holidays by country, as long as a link outlives the window that they lengthen', () => {
    const days = (count: number) =>
      Array.from({ length: count }, (_, day) => `2026-01-${String(day + 1).padStart(2, '0')}`);
    const withHolidays = (count: number) => ({
      ...sample,
      HOLIDAYS: JSON.stringify({ DE: days(count) }),
      DECISION_LINK_DAYS: '34',
    });
    expect(readSettings(sample).HOLIDAYS).toEqual({});
    expect(readSettings(withHolidays(10)).HOLIDAYS).toEqual({ DE: days(10) });
    expect(named(complaint(withHolidays(11)))).toEqual(['DECISION_LINK_DAYS']);
  });

  test('take no reminders as well as some', () => {
    expect(readSettings({ ...sample, REMINDER_DAYS: undefined }).REMINDER_DAYS).toEqual([3, 5]);
    expect(readSettings({ ...sample, REMINDER_DAYS: '1,2,4' }).REMINDER_DAYS).toEqual([1, 2, 4]);
    expect(readSettings({ ...sample, REMINDER_DAYS: 'none' }).REMINDER_DAYS).toEqual([]);
  });
});
