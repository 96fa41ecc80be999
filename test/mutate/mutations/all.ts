import { claimMutations } from './claims.ts';
import { decisionMutations } from './decision.ts';
import { doorMutations } from './doors.ts';
import type { Mutation } from './mutation.ts';
import { recordMutations } from './record.ts';
import { storageMutations } from './storage.ts';

export const mutations: Mutation[] = [
  ...storageMutations,
  ...claimMutations,
  ...decisionMutations,
  ...recordMutations,
  ...doorMutations,
];

/** How often the guarding text of a mutation occurs in its file: once, or the mutation says nothing about the code. */
export const occurrences = ({ guard }: Mutation, source: string): number => source.split(guard).length - 1;
