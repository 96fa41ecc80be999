import { type Notice, refOf } from '../../domain/claim.ts';
import { system } from '../../domain/history.ts';
import type { Problem } from '../../lib/result.ts';
import { noticeMail } from '../../mail/notice.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';

/** Sends a mail that the record says is due, and takes it off the record's list. */
export const sendNotice = async (deps: Deps, stored: StoredClaim, notice: Notice): Promise<StoredClaim | Problem> => {
  const mail = noticeMail(deps, stored.claim, notice);
  const sent = mail && (await deps.mail.send(mail));
  const ending = sent === undefined ? 'obsolete' : sent.accepted ? 'sent' : 'refused';
  const isIt = ({ kind, number }: Notice): boolean => kind === notice.kind && number === notice.number;
  return changeClaim(
    deps,
    refOf(stored.claim),
    (claim) => {
      const { notices = [], ...kept } = claim;
      const left = notices.filter((candidate) => !isIt(candidate));
      if (left.length === notices.length) return 'unchanged';
      return {
        claim: left.length === 0 ? kept : { ...kept, notices: left },
        entries: [
          {
            actor: system,
            event: `${notice.kind}-${ending}`,
          },
        ],
      };
    },
    { known: stored },
  );
};
