import type { Attention, Claim, ClaimRef, Concern, ConcernKind } from '../domain/claim.ts';
import { nextStatus } from '../domain/claim-state.ts';
import { concernOf } from '../domain/concern.ts';
import { watchTimes } from '../domain/next-step.ts';
import { Problem } from '../domain/result.ts';
import { type Change, changeClaim } from './change-claim.ts';
import type { Deps, Workflow } from './deps.ts';
import { nudgeWorkflow } from './reach-workflow.ts';
import { type LinkView, viewForLink } from './record-decision.ts';

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
  const reading = await deps.links.read(token);
  if (reading.state === 'invalid') return { recorded: false, view: { show: 'invalid' } };
  if (reading.state === 'expired') return { recorded: false, view: { show: 'expired' } };

  const { partnerId, claimId } = reading.facts;
  const ref: ClaimRef = { partnerId, claimId };
  // Set by each try at the record; the last one is what stands.
  const seen: { view: LinkView } = { view: { show: 'invalid' } };
  const stored = await changeClaim(
    deps,
    ref,
    (claim, now) => {
      seen.view = viewForLink(claim, reading.facts, now);
      return seen.view.show === 'request' ? raised(claim, concern, now) : 'unchanged';
    },
    {
      intend: async (after) => {
        await deps.ledger.fileAttention(ref, attentionFor[concern.kind].reason);
        for (const dueAt of watchTimes(after, deps.graceS)) await deps.ledger.file(ref, dueAt);
      },
    },
  );
  if (stored instanceof Problem) {
    if (stored.code === 'claim-not-found') return { recorded: false, view: { show: 'invalid' } };
    throw new Error(`A concern could not be recorded: ${stored.code}.`);
  }
  const { view } = seen;
  if (view.show !== 'request') return { recorded: false, view };
  await nudgeWorkflow(deps, workflow, ref);
  return { recorded: true, view: { show: 'request', claim: stored.claim } };
};

const raised = (claim: Claim, { kind, text }: CustomerConcern, now: Date): Change | Problem | 'unchanged' => {
  if (concernOf(claim, kind) !== undefined) return 'unchanged';
  const status = nextStatus(claim.status, kind, 'customer');
  if (status instanceof Problem) return status;
  const at = now.toISOString();
  const linkVersion = claim.link?.version ?? 0;
  const email = claim.customerContact?.email ?? '';
  const said: Concern = { kind, at, linkVersion, email, ...(text ? { text } : {}) };
  const name = claim.customerContact?.name;
  // What operations have to look at is not covered up by what the partner has to mend.
  const standing = claim.attention?.needs === 'operations' ? claim.attention : undefined;
  const isWrongPerson = kind === 'not-the-right-person';
  return {
    claim: {
      ...claim,
      ...(isWrongPerson ? withoutReminders(claim) : {}),
      status,
      concerns: [...(claim.concerns ?? []), said],
      ...(isWrongPerson ? { notices: [...(claim.notices ?? []), { kind, number: linkVersion, since: at }] } : {}),
      attention: standing ?? { ...attentionFor[kind], since: at, raisedBy: 'customer' },
    },
    entries: [
      {
        actor: { kind: 'customer', ...(name ? { name } : {}) },
        event: kind,
        from: claim.status,
        to: status,
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
