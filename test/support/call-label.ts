import { type Mail, operationIdOf } from '../../src/mail/sender.ts';
import type { Call } from './storage-proxy.ts';

const kinds: Mail['kind'][] = ['request', 'reminder', 'outcome', 'receipt', 'withdrawn'];
const numbers = [1, 2, 3, 4, 5];

/** What the mail with this operation ID is: neither a mail nor the outbox says it, but the ID follows from it. */
export const mailKind = (claimId: string, operationId: string): string =>
  kinds
    .flatMap((kind) => numbers.map((number) => ({ kind, number })))
    .filter((mail) => operationIdOf({ claimId, ...mail }) === operationId)
    .map(({ kind, number }) => (number === 1 ? kind : `${kind} ${number}`))[0] ?? 'of an unknown kind';

/** The claim that a call is about, if it names one. */
export const claimOf = ({ text }: Call): string | undefined => /ca-[0-9a-z]{9}-[0-9a-z]{8}/.exec(text)?.[0];

/** What a call does, in words: `table:batch claims request-sent`, `mail:send receipt`, `table:put inflight`. */
export const labelOf = (call: Call): string => {
  if (call.operationId !== undefined) return `${call.kind} ${mailKind(claimOf(call) ?? '', call.operationId)}`;
  const events = [...call.text.matchAll(/\\"event\\":\\"([\w-]+)\\"/g)].map(([, event]) => event);
  return [call.kind, ...events].join(' ');
};
