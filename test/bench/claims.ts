import { setTimeout as pause } from 'node:timers/promises';
import { claimWhen, completeBody, decide, decisionLink, mailsOf, proof } from '../support/claims/claims.ts';
import { signIn } from '../support/http/client.ts';
import { startStack } from '../support/stack/stack.ts';
import { until } from '../support/until.ts';

const claims = 400;
const atOnce = 32;

/** Whole claims per second through the running stack: draft, proof, submission, request mail, approval, outcome mails. */
export const benchClaims = async (): Promise<{ claimsPerSecond: number; p50Ms: number; p95Ms: number }> => {
  const stack = await startStack({ ownStorage: true });
  try {
    const client = await signIn(stack, 'avery');
    const took: number[] = [];
    const whole = async (name: string): Promise<void> => {
      const began = performance.now();
      const created = await client.post('claims', completeBody(name));
      const { id } = created.body;
      await client.upload(id, 'statement.txt', proof);
      await client.post(`claims/${id}/submit`, { acknowledged: true });
      // Looked for now and then: the load is to be the claims, not the looking.
      while ((await mailsOf(stack, id)).length === 0) await pause(100);
      const answer = await decide(await decisionLink(stack, id), 'approve');
      if (answer.status !== 303) throw new Error(`The decision page answered ${answer.status}.`);
      took.push(performance.now() - began);
    };
    await Promise.all(Array.from({ length: atOnce }, (_, line) => whole(`warm ${line}`)));
    took.length = 0;

    const began = performance.now();
    let next = 0;
    let last = '';
    const worker = async (): Promise<void> => {
      while (next < claims) {
        next += 1;
        last = `claim ${next}`;
        await whole(last);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    await until('all approved', async () => {
      const page = await client.get('claims?status=submitted&top=1');
      return page.body.value.length === 0;
    });
    const [newest] = (await client.get('claims?top=1')).body.value;
    await claimWhen(client, newest.id, ({ status }) => status === 'approved');
    const seconds = (performance.now() - began) / 1000;
    const sorted = took.toSorted((a, b) => a - b);
    const at = (share: number): number => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
    return { claimsPerSecond: claims / seconds, p50Ms: at(0.5), p95Ms: at(0.95) };
  } finally {
    await stack.stop();
  }
};
