import { z } from 'zod';

const fault = z.discriminatedUnion('kind', [
  /** 429 with Retry-After; nothing is stored. */
  z.object({ kind: z.literal('throttle'), retryAfterSeconds: z.number().int().min(0).default(1) }),
  /** A server error; nothing is stored. */
  z.object({ kind: z.literal('error'), status: z.union([z.literal(500), z.literal(503)]).default(500) }),
  /** The mail is stored, then the connection is cut: the sender cannot know. */
  z.object({ kind: z.literal('lost-answer') }),
  /** The mail is stored at once, the answer comes late. */
  z.object({ kind: z.literal('delay'), ms: z.number().int().min(0).max(600_000) }),
]);

export type Fault = z.infer<typeof fault>;

const request = z.intersection(fault, z.object({ times: z.number().int().min(0).default(1) }));

export type Faults = {
  /** Queues a fault for the next `times` sends; returns an error message if the request is invalid. */
  order(body: unknown): string | undefined;
  /** The fault of this send, if one is due. */
  next(): Fault | undefined;
  clear(): void;
  pending(): number;
};

/** Failures on demand for the next sends, in the order in which they were asked for. */
export const createFaults = (): Faults => {
  const queue: Fault[] = [];
  return {
    order: (body) => {
      const parsed = request.safeParse(body);
      if (!parsed.success)
        return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
      const { times, ...rest } = parsed.data;
      queue.push(...Array.from({ length: times }, () => rest));
      return undefined;
    },
    next: () => queue.shift(),
    clear: () => queue.splice(0),
    pending: () => queue.length,
  };
};
