import { writeFile } from 'node:fs/promises';
import { problemCodesPage } from './problem-codes-page.ts';
import { settingsPage } from './settings-page.ts';

/** Pages that are generated, by their path. */
export const generatedPages: Record<string, () => string> = {
  'docs/settings.md': settingsPage,
  'docs/problem-codes.md': problemCodesPage,
};

/** `npm run docs`: writes them. */
if (import.meta.main) {
  for (const [path, page] of Object.entries(generatedPages)) {
    await writeFile(new URL(`../../${path}`, import.meta.url), page());
  }
}
