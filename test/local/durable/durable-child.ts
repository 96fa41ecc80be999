/** A process with an engine in it, made to be killed: starts approvals, decides them, and says what was acknowledged. */
import { openScene } from './durable-scenarios.ts';

const [dir = '', generation = ''] = process.argv.slice(2);
const scene = await openScene({ dir });
process.on('disconnect', () => process.exit());

const oneAfterAnother = async (line: number): Promise<never> => {
  for (let n = 0; ; n++) {
    const id = `g${generation}-${line}-${n}`;
    const started = await scene.http(`POST orchestrators/approval/${id}`, '1');
    if (started.status === 202) process.send?.({ started: id });
    const raised = await scene.http(`POST instances/${id}/raiseEvent/Decision`, JSON.stringify(id));
    if (raised.status === 202) process.send?.({ raised: id });
  }
};
await Promise.all([0, 1, 2, 3].map(oneAfterAnother));
