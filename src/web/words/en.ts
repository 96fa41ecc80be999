import { list } from './en/list.ts';
import { problems } from './en/problems.ts';
import { shell, signIn } from './en/shell.ts';
import { actor, attention, endReasons, status } from './en/terms.ts';

/** Every text of the portal in English. Other languages have the same shape. */
export const en = { shell, signIn, list, status, attention, endReasons, actor, problems };

export type Words = typeof en;
