import * as z from 'zod';
import { maybe } from './parts.ts';

const count = z.int().min(0);
const sha256 = z.string().meta({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256, hex.' });

const agreement = z
  .enum(['matches', 'differs', 'erased'])
  .describe('`erased`: people were erased from the record, so their hash can no longer be compared.');

/** What the check of a claim's history found. */
export const historyVerification = z
  .object({
    intact: z.boolean().describe('The chain holds, and nothing in the record differs from it.'),
    chain: z
      .object({
        holds: z.boolean().describe('Every entry fits the one before, and the last one is where the claim says it is.'),
        entries: count.describe('How many entries there are.'),
        headHash: sha256.describe('The hash of the last entry, as the claim has it.'),
        firstBrokenEntry: maybe(
          z
            .int()
            .min(1)
            .describe('Number of the first entry that does not fit; beyond the last one if entries are missing.'),
        ),
        erasedEntries: count.describe(
          'Entries from which people were erased. A later entry vouches for what is left of them.',
        ),
      })
      .describe('The chain of hashes.'),
    submission: maybe(
      z
        .object({
          entry: count.describe('Number of the `submitted` entry.'),
          sha256: z.string().describe('The hash of the submission in that entry.'),
          agreement: agreement.describe('All parts together.'),
          parts: z
            .object({
              partner: agreement.describe('The partner and its location.'),
              customer: agreement.describe('The customer, without the contacts.'),
              products: agreement.describe('What is claimed: activities, products, revenue data.'),
              contacts: agreement.describe('The contacts, as submitted or as changed last.'),
              proof: agreement.describe('Names, sizes and hashes of the files that were submitted.'),
            })
            .describe('Whether the record still has what was submitted, part by part.'),
        })
        .describe('What was submitted; absent for a claim that was not.'),
    ),
    comments: z
      .object({
        matching: count.describe('Comments with the text that was written.'),
        differing: count.describe(
          'Comments with another text, or without an entry, and entries without their comment.',
        ),
        erased: count.describe('Comments from which people were erased.'),
      })
      .describe('Whether the comments are those that were written.'),
  })
  .describe('What a check of a history found.');
