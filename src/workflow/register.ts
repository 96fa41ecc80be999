import type { InvocationContext } from '@azure/functions';
import * as df from 'durable-functions';
import * as z from 'zod';
import type { Deps } from '../claims/deps.ts';
import type { ClaimRef } from '../domain/claim.ts';
import { type Call, runOperation } from '../telemetry/operation.ts';
import { advanceClaim } from './advance-claim.ts';
import { activityNames, claimLifecycle, orchestrationName } from './claim-lifecycle.ts';
import { recordFailure } from './record-failure.ts';
import { refShape } from './ref-shape.ts';

const failureShape = refShape.extend({ failures: z.number().int().positive(), notBefore: z.iso.datetime().optional() });

/** Registers the orchestration and its activities. */
export const registerWorkflow = (deps: Deps): void => {
  df.app.orchestration(orchestrationName, claimLifecycle);
  df.app.activity(activityNames.advance, {
    handler: (input: unknown, context) => {
      const ref = refShape.parse(input);
      return runOperation(deps.log, callOf(context, activityNames.advance, ref), () => advanceClaim(deps, ref));
    },
  });
  df.app.activity(activityNames.recordFailure, {
    handler: (input: unknown, context) => {
      const failure = failureShape.parse(input);
      const call = callOf(context, activityNames.recordFailure, failure);
      return runOperation(deps.log, call, () => recordFailure(deps, failure));
    },
  });
};

/** Activities have no span of their own: their work joins the claim's trace, known once the claim is read. */
const callOf = ({ invocationId, traceContext }: InvocationContext, name: string, { claimId }: ClaimRef): Call => ({
  name,
  invocationId,
  traceparent: traceContext?.traceParent,
  facts: { claimId },
});
