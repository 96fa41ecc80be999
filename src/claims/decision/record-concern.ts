import type { Attention, Claim } from '../../domain/claim.ts';
import { nextStatus, phaseOf } from '../../domain/claim-state.ts';
import { customerActor } from '../../domain/customer/customer-actor.ts';
import { concernOf } from '../../domain/request/concern.ts';
import type { Concern, ConcernKind } from '../../domain/request/concern-shape.ts';
import { withInquiry } from '../../domain/request/inquiry.ts';
import { Problem } from '../../lib/result.ts';
import { type Decision, unchanged } from '../change-claim.ts';
import { datedPolicy } from '../dated-policy.ts';
import type { Deps, Workflow } from '../deps.ts';
import { addWatchRows } from '../ledger-watch.ts';
import { nudgeWorkflow } from '../wake-workflow.ts';
import { changeByLink, type LinkView } from './open-link.ts';

/** What the customer says about the request in place of an answer. */
export type CustomerConcern = { kind: ConcernKind; text?: string };

const attentionFor: Record<ConcernKind, Pick<Attention, 'reason' | 'needs'>> = {
  'not-the-right-person': {
    reason: 'The customer contact is not the right person: change the contact.',
    needs: 'partner',
  },
  'not-expected': { reason: 'The customer contact did not expect this request.', needs: 'operations' },
};

/**
 * Records what the customer says about the request: the record first, then the nudge. The claim stays submitted and the link
 * valid. Said again with the same link, it is a success that changes nothing. The view says what stands now.
 */
export const recordConcern = async (
  deps: Deps,
  workflow: Workflow,
  token: string,
  concern: CustomerConcern,
): Promise<{ recorded: boolean; view: LinkView }> => {
  const changed = await changeByLink(
    deps,
    token,
    (claim, view, now) => {
      if (view.show === 'request') return concernChange(deps, claim, concern, now);
      // Under inquiry because of what was said: said again.
      return view.show === 'inquiry' && concernOf(claim, concern.kind) ? 'unchanged' : unchanged(view);
    },
    (ref) => ({
      beforeWrite: async (after, before) => {
        await deps.ledger.attention.add(ref, attentionFor[concern.kind].reason);
        return addWatchRows(deps, after, before);
      },
    }),
  );
  if (!('claim' in changed)) return { recorded: false, view: changed.view };
  if (changed.unchanged) return { recorded: false, view: changed.unchanged };
  await nudgeWorkflow(deps, workflow, changed.ref);
  return { recorded: true, view: { show: 'request', claim: changed.claim } };
};

const concernChange = (deps: Deps, claim: Claim, { kind, text }: CustomerConcern, now: Date): Decision => {
  if (concernOf(claim, kind) !== undefined) return 'unchanged';
  const status = nextStatus(phaseOf(claim), kind, 'customer');
  if (status instanceof Problem) return status;
  const at = now.toISOString();
  const linkVersion = claim.link?.version ?? 0;
  const email = claim.customerContact?.email ?? '';
  const said: Concern = { kind, at, linkVersion, email, ...(text ? { text } : {}) };
  // What operations have to look at is not covered up by what the partner has to mend.
  const standing = claim.attention?.needs === 'operations' ? claim.attention : undefined;
  const isWrongPerson = kind === 'not-the-right-person';
  const actor = customerActor(claim);
  const { reason } = attentionFor[kind];
  const opensInquiry = kind === 'not-expected' && deps.inquiryOnNotExpected;
  return {
    claim: {
      ...(opensInquiry ? withInquiry(claim, now, { by: actor, reason, policy: datedPolicy(deps, claim) }) : claim),
      ...(isWrongPerson ? withoutReminders(claim) : {}),
      status,
      concerns: [...(claim.concerns ?? []), said],
      ...(isWrongPerson ? { notices: [...(claim.notices ?? []), { kind, number: linkVersion, since: at }] } : {}),
      attention: standing ?? { ...attentionFor[kind], since: at, raisedBy: 'customer' },
    },
    entries: [
      {
        actor,
        event: kind,
        ...(text ? { detail: { text } } : {}),
      },
    ],
  };
};

/** Whoever is the wrong person to ask is not asked again. */
const withoutReminders = ({ request }: Claim): Pick<Claim, 'request'> =>
  request === undefined
    ? {}
    : {
        request: {
          ...request,
          reminders: request.reminders.map((reminder) =>
            reminder.sentAt === undefined ? { ...reminder, skipped: true } : reminder,
          ),
        },
      };
