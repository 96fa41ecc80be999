import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stack } from './stack.ts';

/** All that the app and its host have logged. Throws when there is no log: a search in none would find nothing. */
export const logsOf = async ({ dataDir }: Pick<Stack, 'dataDir'>): Promise<string> => {
  const folder = join(dataDir, 'logs');
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const text = texts.join('\n');
  if (text === '') throw new Error(`There is no log in ${folder}.`);
  return text;
};
