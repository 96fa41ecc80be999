import * as z from 'zod';
import { paragraph } from '../../lib/fields.ts';

/** The body of what needs no more than a reason. */
export const reason = paragraph(1000).describe('Why; it is recorded in the history.');
export const reasonBody = z.strictObject({ reason });
