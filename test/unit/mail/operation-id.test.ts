import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idAlphabet } from '../../../src/domain/ids.ts';
import { mailKinds } from '../../../src/domain/mail-kinds.ts';
import {
  linkVersionOf,
  operationIdOf,
  partnerMark,
  readOperationId,
  reminderMailNumber,
} from '../../../src/mail/operation-id.ts';
import { runs } from '../../support/claims/runs.ts';

const digits = (length: number) =>
  fc.array(fc.constantFrom(...idAlphabet), { minLength: length, maxLength: length }).map((parts) => parts.join(''));
const mails = fc.record({
  partnerId: fc.uuid(),
  claimId: fc.tuple(digits(9), digits(8)).map(([time, random]) => `ca-${time}-${random}`),
  kind: fc.constantFrom(...mailKinds),
  number: fc.integer({ min: 0, max: 65_535 }),
});

describe('The operation ID of a mail', () => {
  test('is a UUID of version 8 that leads back to the mail', () => {
    fc.assert(
      fc.property(mails, ({ partnerId, ...mail }) => {
        const id = operationIdOf({ partnerId, ...mail });
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        const read = { ...mail, partnerMark: partnerMark(partnerId) };
        expect(readOperationId(id)).toEqual(read);
        expect(readOperationId(id.toUpperCase())).toEqual(read);
      }),
      { numRuns: runs(200) },
    );
  });

  test('of another system is not taken for one of ours', () => {
    for (const id of ['', 'x', '00000000-0000-4000-8000-000000000000', crypto.randomUUID(), `${'0'.repeat(36)}`]) {
      expect(readOperationId(id)).toBeUndefined();
    }
  });

  test('tells the link in a request or a reminder, and nothing of mails without one', () => {
    expect(linkVersionOf({ kind: 'request', number: 3 })).toBe(3);
    for (const link of [1, 2, 20]) {
      for (const reminder of [1, 2, 60]) {
        expect(linkVersionOf({ kind: 'reminder', number: reminderMailNumber(link, reminder) })).toBe(link);
      }
    }
    expect(linkVersionOf({ kind: 'receipt', number: 1 })).toBeUndefined();
  });
});
