import type { Actor } from '../history.ts';

/**
 * `by`: of a question, the customer contact. `answers`: the question that a partner's comment is the reply to. `salt`: hashed with the
 * text; an erasure that changes the text removes it.
 */
export type Comment = { id: number; at: string; by: Actor; text: string; salt?: string; answers?: number };

/** `comment`: the question. `pausedUntil`: when the time to answer goes on without a reply; absent while it runs. */
export type OpenQuestion = { comment: number; askedAt: string; pausedUntil?: string };

/** Goes to the customer contact with the link: the reply to a question, or that there is none. `number` is that of the comment. */
export type ReplyNotice = { kind: 'reply' | 'no-reply'; number: number; since: string };
