import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { inject } from 'vitest';
import { inPrivate } from '../../../deploy/tools.ts';
import { ask, restored } from '../../../infra/compile.ts';

const template = inject('template');

/** An installed compiler need not have the command. */
export const canPredict = template !== undefined && existsSync(restored);

/** A resource as a deployment would make it; what only Azure knows is still an expression. */
export type Predicted = { type: string; name: string; properties?: Record<string, unknown> };

/** What a deployment with these parameters would make, evaluated by the engine of Azure; an error says why it would make nothing. */
export const predict = async (parameters: Record<string, unknown> = {}): Promise<Predicted[]> => {
  const given = {
    environmentName: 'one',
    location: 'westeurope',
    mailDataLocation: 'Europe',
    serviceOperator: 'Contoso Services',
    serviceContact: 'help@contoso.com',
    authAudience: '11111111-1111-4111-8111-111111111111',
    ...parameters,
  };
  const text = (value: unknown): string => JSON.stringify(value).replace(/[\\']/g, '\\$&');
  const lines = Object.entries(given).map(([name, value]) => `param ${name} = json('${text(value)}')`);
  const ids = ['--subscription-id', '22222222-2222-4222-8222-222222222222'];
  ids.push('--tenant-id', '33333333-3333-4333-8333-333333333333');
  return inPrivate(async (path) => {
    await writeFile(`${path}.json`, JSON.stringify(template));
    await writeFile(`${path}.bicepparam`, [`using '${basename(path)}.json'`, ...lines].join('\n'));
    const { code, said } = await ask(restored, ['snapshot', `${path}.bicepparam`, ...ids]);
    if (code !== 0) throw new Error(said);
    return JSON.parse(await readFile(`${path}.snapshot.json`, 'utf8')).predictedResources;
  });
};
