import { list } from './de/list.ts';
import { shell, signIn } from './de/shell.ts';
import { actor, attention, status } from './de/terms.ts';
import type { Words } from './en.ts';

export const de: Words = {
  shell,
  signIn,
  list,
  status,
  attention,
  actor,
};
