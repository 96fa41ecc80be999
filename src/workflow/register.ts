import * as df from 'durable-functions';
import { z } from 'zod';
import { advanceClaim } from '../claims/advance-claim.ts';
import type { Deps } from '../claims/deps.ts';
import { recordFailure } from '../claims/record-failure.ts';
import { activityNames, claimLifecycle, orchestrationName } from './claim-lifecycle.ts';

/** The orchestration's input, and that of its activities. */
const refShape = z.object({ partnerId: z.guid(), claimId: z.string() });
const failureShape = refShape.extend({ failures: z.number().int().positive() });

/** Registers the orchestration and its activities. */
export const registerWorkflow = (deps: Deps): void => {
  df.app.orchestration(orchestrationName, claimLifecycle);
  df.app.activity(activityNames.advance, { handler: (input: unknown) => advanceClaim(deps, refShape.parse(input)) });
  df.app.activity(activityNames.recordFailure, {
    handler: (input: unknown) => {
      const { failures, ...ref } = failureShape.parse(input);
      return recordFailure(deps, ref, failures);
    },
  });
};
