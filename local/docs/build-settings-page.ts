import { writeFile } from 'node:fs/promises';
import { settingsPage } from './settings-page.ts';

/** `npm run docs`: writes `docs/settings.md` from the schema. */
await writeFile(new URL('../../docs/settings.md', import.meta.url), settingsPage());
