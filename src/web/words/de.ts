import { list } from './de/list.ts';
import { shell, signIn } from './de/shell.ts';
import { actor, attention, events, status, statusHint } from './de/terms.ts';
import type { Words } from './en.ts';

export const de: Words = {
  shell,
  signIn,
  list,
  status,
  statusHint,
  attention,
  events,
  actor,
};
