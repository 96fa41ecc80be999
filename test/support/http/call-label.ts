import { readOperationId } from '../../../src/mail/operation-id.ts';
import type { Call } from '../stack/storage-proxy.ts';

/** What the mail with this operation ID is: neither a mail nor the outbox says it, but the ID does. */
export const mailKind = (claimId: string, operationId: string): string => {
  const mail = readOperationId(operationId);
  if (mail?.claimId !== claimId) return 'of an unknown kind';
  return mail.number === 1 ? mail.kind : `${mail.kind} ${mail.number}`;
};

/** The claim that a call is about, if it names one. */
export const claimOf = ({ text }: Call): string | undefined => /ca-[0-9a-z]{9}-[0-9a-z]{8}/.exec(text)?.[0];

/** What a call does, in words: `table:batch claims request-sent`, `mail:send receipt`, `table:put inflight`. */
export const labelOf = (call: Call): string => {
  if (call.operationId !== undefined) return `${call.kind} ${mailKind(claimOf(call) ?? '', call.operationId)}`;
  const events = [...call.text.matchAll(/\\"event\\":\\"([\w-]+)\\"/g)].map(([, event]) => event);
  return [call.kind, ...events].join(' ');
};
