import { type Claim, type Notice, refOf } from '../../domain/claim.ts';
import { isApproving } from '../../domain/claim-state.ts';
import { system } from '../../domain/history.ts';
import type { ReplyNotice } from '../../domain/request/thread-shape.ts';
import type { Problem } from '../../lib/result.ts';
import { noticeMail } from '../../mail/notices/notice.ts';
import { replyMail } from '../../mail/notices/question.ts';
import type { Mail } from '../../mail/sender.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { holdersOf } from '../holder/holders-of.ts';
import { requestLink } from './request-approval.ts';

/** Sends a mail that the record says is due, and takes it off the record's list. */
export const sendNotice = async (deps: Deps, stored: StoredClaim, notice: Notice): Promise<StoredClaim | Problem> => {
  const mail = await mailOf(deps, stored.claim, notice);
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

const mailOf = async (deps: Deps, claim: Claim, notice: Notice): Promise<Mail | undefined> => {
  if (!isForCustomer(notice)) return noticeMail(deps, claim, notice);
  // There is nothing to answer any more.
  if (claim.status !== 'submitted' || isApproving(claim)) return undefined;
  return replyMail(deps.service, claim, {
    notice,
    holders: await holdersOf(deps, claim),
    link: await requestLink(deps, claim),
  });
};

const isForCustomer = (notice: Notice): notice is ReplyNotice => notice.kind === 'reply' || notice.kind === 'no-reply';
