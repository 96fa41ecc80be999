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
      // The client has no code for "no such instance", only this text around a 404.
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
        // A second start of a running instance is refused with 409: what was wanted is there.
        if ((await state(ref.claimId)) !== 'running') throw error;
      }
    },
    purge: async (claimId) => {
      await client.purgeInstanceHistory(claimId);
    },
    nudge: async (claimId) => {
      // Without a body the engine answers 400.
      await client.raiseEvent(claimId, nudgeEvent, {});
    },
  };
};
