import { describe, expect, test } from 'vitest';
import { readTraceparent, writeTraceparent } from '../../../src/telemetry/traceparent.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const spanId = '00f067aa0ba902b7';

describe('A traceparent', () => {
  test.each(['00', '01', '03'])('is read, and written as it was read (flags %s)', (flags) => {
    const context = readTraceparent(`00-${traceId}-${spanId}-${flags}`);
    expect(context).toMatchObject({ traceId, spanId, isRemote: true });
    expect(context && writeTraceparent(context)).toBe(`00-${traceId}-${spanId}-${flags === '00' ? '00' : '01'}`);
  });

  test('of a later version is read as far as this one goes', () => {
    expect(readTraceparent(`cc-${traceId}-${spanId}-01-what-comes-later`)).toMatchObject({ traceId, spanId });
  });

  test.each([
    undefined,
    '',
    'nonsense',
    `ff-${traceId}-${spanId}-01`,
    `00-${traceId.toUpperCase()}-${spanId}-01`,
    `00-${'0'.repeat(32)}-${spanId}-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `00-${traceId}-${spanId}`,
    `00-${traceId}-${spanId}-0`,
    `00-${traceId}-${spanId}-01x`,
    `00-${traceId}x-${spanId}-01`,
    ` 00-${traceId}-${spanId}-01`,
    'dana@contoso.example',
  ])('that is none is none: %s', (text) => {
    expect(readTraceparent(text)).toBeUndefined();
  });
});
