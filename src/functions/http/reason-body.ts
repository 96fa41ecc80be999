import * as z from 'zod';
import { paragraph } from '../../lib/fields.ts';

/** The body of what needs no more than a reason. */
export const reason = paragraph(1000).describe('Why; it is recorded in the history.');
export const reasonBody = z.strictObject({ reason });

/** The body where both sides read the reason. */
export const toldReason = paragraph(1000).describe(
  'Why; the partner and the customer read it, and the history keeps it.',
);
export const toldReasonBody = z.strictObject({ reason: toldReason });
