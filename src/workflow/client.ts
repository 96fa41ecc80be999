import type { InvocationContext } from '@azure/functions';
import { getClient, OrchestrationRuntimeStatus } from 'durable-functions';
import type { Workflow } from '../claims/deps.ts';
import { nudgeEvent, orchestrationName } from './claim-lifecycle.ts';
import { readSteps } from './read-steps.ts';
import { refShape } from './ref-shape.ts';

const live = new Set<OrchestrationRuntimeStatus>([
  OrchestrationRuntimeStatus.Pending,
  OrchestrationRuntimeStatus.Running,
  OrchestrationRuntimeStatus.ContinuedAsNew,
]);

/** The claims' orchestrations, through the durable client of this invocation. */
export const workflowOf = (context: InvocationContext): Workflow => {
  const client = getClient(context);

  const statusOf = (claimId: string) =>
    client.getStatus(claimId).catch((error: unknown) => {
      // For a missing instance the client throws this text around a 404, without a code.
      if (error instanceof Error && /HTTP 404 response/.test(error.message)) return undefined;
      throw error;
    });

  const state = async (claimId: string) => {
    const found = await statusOf(claimId);
    if (found === undefined) return 'missing';
    if (live.has(found.runtimeStatus)) return 'running';
    return found.runtimeStatus === OrchestrationRuntimeStatus.Suspended ? 'suspended' : 'ended';
  };

  return {
    state,
    steps: (claimId) => readSteps(client.createHttpManagementPayload(claimId).statusQueryGetUri),
    refOf: async (claimId) => {
      const ref = refShape.safeParse((await statusOf(claimId))?.input);
      return ref.success && ref.data.claimId === claimId ? ref.data : undefined;
    },
    start: async (ref) => {
      try {
        await client.startNew(orchestrationName, { instanceId: ref.claimId, input: ref });
      } catch (error) {
        // 409: the instance is running already, which is what was wanted.
        if ((await state(ref.claimId)) !== 'running') throw error;
      }
    },
    resume: (claimId) => client.resume(claimId, 'by operations'),
    terminate: (claimId) => client.terminate(claimId, 'by operations'),
    purge: async (claimId) => {
      await client.purgeInstanceHistory(claimId);
    },
    nudge: async (claimId) => {
      // The engine answers 400 to an event without a body.
      await client.raiseEvent(claimId, nudgeEvent, {});
    },
  };
};
