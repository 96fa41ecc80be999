import { answerWithCode } from '../support/claims/answer-codes.ts';
import { completeDraft, decisionLink, newCustomer } from '../support/claims/claims.ts';
import { orchestrationOf } from '../support/claims/end-state.ts';
import { send, signIn } from '../support/http/client.ts';
import { startFaultyStack } from '../support/stack/faulty-stack.ts';
import { until } from '../support/until.ts';

/**
 * What one approved claim costs, from create to carried through: requests to storage and to the mail service, by kind. `settings` are
 * those of the app.
 */
export const countTransactions = async (
  settings: Record<string, string> = {},
): Promise<{ storage: number; byKind: Record<string, number> }> => {
  const stack = await startFaultyStack(settings);
  try {
    const client = await signIn(stack, 'avery');
    const customer = newCustomer();
    const whole = async (code: string): Promise<void> => {
      const id = await completeDraft(client, undefined, { customer, products: [{ code }] });
      await client.post(`claims/${id}/submit`, { acknowledged: true });
      const link = await decisionLink(stack, id);
      // Customers take longer than the report on their mail. Looked up past the proxy.
      await until('the delivery report', async () =>
        (await stack.rows('claims')).some(
          (row) => row.rowKey === `c|${id}` && /"delivery":"delivered"/.test(`${row.doc0}`),
        ),
      );
      await send(link, 'GET');
      await answerWithCode(stack, { claimId: id, link, decision: 'approve' });
      // Asked of the engine, so that looking for the end costs the app no storage.
      await until('the orchestration to end', async () => (await orchestrationOf(stack, id)) === 'Completed');
    };
    // Reference data and keys are read once for many claims.
    await whole('power-apps');
    const byKind: Record<string, number> = {};
    stack.proxy.fateOf = ({ kind }) => {
      byKind[kind] = (byKind[kind] ?? 0) + 1;
      return undefined;
    };
    await whole('power-bi');
    const storage = Object.entries(byKind).reduce(
      (sum, [kind, count]) => (kind.startsWith('mail') ? sum : sum + count),
      0,
    );
    return { storage, byKind };
  } finally {
    await stack.stop();
  }
};
