import { list } from './de/list.ts';
import { problems } from './de/problems.ts';
import { shell, signIn } from './de/shell.ts';
import { actor, attention, endReasons, status } from './de/terms.ts';
import type { Words } from './en.ts';

export const de: Words = {
  shell,
  signIn,
  list,
  status,
  attention,
  actor,
  endReasons,
  problems,
};
