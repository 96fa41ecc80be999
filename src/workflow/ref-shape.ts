import * as z from 'zod';

/** The orchestration's input, and that of its activities. */
export const refShape = z.object({ partnerId: z.guid(), claimId: z.string() });
