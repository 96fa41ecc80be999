import { describe, expect, test } from 'vitest';
import { readPlatformEvents } from '../../../src/functions/platform-event.ts';
import { deliveryReport, malwareVerdict } from '../../support/claims/platform-events.ts';

const attemptedAt = '2026-11-22T10:00:00.000Z';
const event = (status: string) => deliveryReport('ffa229a6-e0b1-8287-a62e-a5400001674b', status, attemptedAt);
const report = (delivery: string) => ({
  kind: 'delivery-report',
  report: { operationId: 'ffa229a6-e0b1-8287-a62e-a5400001674b', delivery, attemptedAt },
});
const base64 = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64');
const malformed = [{ kind: 'unusable', code: 'event-malformed' }];

describe('A message of the queue of platform events', () => {
  test.each([
    ['Delivered', 'delivered'],
    ['Expanded', 'delivered'],
    ['Bounced', 'bounced'],
    ['Suppressed', 'suppressed'],
    ['Quarantined', 'quarantined'],
    ['FilteredSpam', 'filtered'],
    ['Failed', 'failed'],
  ])('that reports %s is a delivery that is %s', (status, delivery) => {
    expect(readPlatformEvents(event(status))).toEqual([report(delivery)]);
  });

  test('may hold one event or several, as an object, as text or as Base64', () => {
    for (const message of [event('Bounced'), JSON.stringify(event('Bounced')), base64(event('Bounced'))]) {
      expect(readPlatformEvents(message)).toEqual([report('bounced')]);
    }
    const several = [event('Bounced'), event('Delivered')];
    for (const message of [several, JSON.stringify(several), base64(several)]) {
      expect(readPlatformEvents(message)).toEqual([report('bounced'), report('delivered')]);
    }
    expect(readPlatformEvents([])).toEqual([]);
  });

  test('tells the time of the attempt in either spelling, and in any zone', () => {
    const { deliveryAttemptTimeStamp, ...data } = event('Failed').data;
    const other = {
      ...event('Failed'),
      data: { ...data, deliveryAttemptTimestamp: '2026-11-22T12:00:00.0000000+02:00' },
    };
    expect(readPlatformEvents(other)).toEqual([report('failed')]);
    expect(readPlatformEvents({ ...event('Failed'), data })).toEqual(malformed);
  });

  test('of another type is told apart from one that is broken', () => {
    expect(readPlatformEvents({ ...event('Failed'), eventType: 'Microsoft.Storage.BlobCreated' })).toEqual([
      { kind: 'unusable', code: 'event-of-other-type' },
    ]);
    const broken = [
      undefined,
      null,
      7,
      'no JSON',
      {},
      event('Lost'),
      event('toString'),
      { ...event('Failed'), data: null },
      deliveryReport('', 'Failed', attemptedAt),
      deliveryReport('x', 'Failed', 'yesterday'),
    ];
    for (const message of broken) expect(readPlatformEvents(message)).toEqual(malformed);
  });

  test('keeps what is good beside what is broken', () => {
    expect(readPlatformEvents([{}, event('Bounced')])).toEqual([...malformed, report('bounced')]);
  });
});

describe('A verdict of the scan', () => {
  const partnerId = '3f0b7c52-6d1e-4c8a-9a55-1c2f8e7b4d01';
  const file = `poe/${partnerId}/ca-zyh2k9q0p-4m7k2x9a/poe-0123456789ab`;
  const found = (result: string) => ({
    kind: 'scan-verdict',
    verdict: { ref: { partnerId, claimId: 'ca-zyh2k9q0p-4m7k2x9a' }, blobId: 'poe-0123456789ab', result },
  });

  test.each([
    ['Malicious', found('malicious')],
    ['Not Scanned', found('not-scanned')],
    ['Error: SAM259203', found('not-scanned')],
    ['No threats found', found('clean')],
    ['No Threat Found', found('clean')],
  ])('%s', (result, expected) => {
    expect(readPlatformEvents(malwareVerdict(file, result))).toEqual([expected]);
  });

  test('finds the file below an account of the local stack as well', () => {
    const event = malwareVerdict(file, 'Malicious');
    const blobUri = `http://127.0.0.1:10000/devstoreaccount1/${file}`;
    expect(readPlatformEvents({ ...event, data: { ...event.data, blobUri } })).toEqual([found('malicious')]);
  });

  test.each([
    'app-package/released-package.zip',
    'poe/a.pdf',
    `poe/${partnerId}/ca-zyh2k9q0p-4m7k2x9a/poe-0123456789ab/more`,
    `poe/${partnerId}/../poe-0123456789ab`,
    `poe/${partnerId}/ca-zyh2k9q0p-4m7k2x9a/${'x'.repeat(2000)}`,
  ])('on %s is of another file', (path) => {
    const other = [{ kind: 'unusable', code: 'event-of-other-file' }];
    expect(readPlatformEvents(malwareVerdict(path, 'Malicious'))).toEqual(other);
  });

  test('that lacks the file or the result is malformed', () => {
    const event = malwareVerdict(file, 'Malicious');
    for (const data of [{ ...event.data, blobUri: 'nowhere' }, { ...event.data, scanResultType: '' }, null]) {
      expect(readPlatformEvents({ ...event, data })).toEqual(malformed);
    }
  });
});
