import { readFile, rename, writeFile } from 'node:fs/promises';

/** Reads a JSON file, or undefined when there is none yet. */
export const readJsonFile = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`${file} cannot be read`, { cause: error });
  }
};

/** Writes a JSON file so that a crash leaves the old or the new content, never half of it. One writer at a time. */
export const writeJsonFile = async (file: string, value: unknown): Promise<void> => {
  await writeFile(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
};
