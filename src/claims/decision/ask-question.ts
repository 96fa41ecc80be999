import type { Claim } from '../../domain/claim.ts';
import { nextStatus, phaseOf } from '../../domain/claim-state.ts';
import { commentDetail, nextComment, questionAskedEvent } from '../../domain/comments.ts';
import { customerActor } from '../../domain/customer/customer-actor.ts';
import { isOpenQuestion, openQuestion, type QuestionRefusal, questionRefusal } from '../../domain/request/question.ts';
import { Problem } from '../../lib/result.ts';
import { type Decision, unchanged } from '../change-claim.ts';
import { datedPolicy } from '../dated-policy.ts';
import type { Deps, Workflow } from '../deps.ts';
import { addWatchRows } from '../ledger-watch.ts';
import { linkUntil } from '../link-until.ts';
import { resumeWorkflow } from '../wake-workflow.ts';
import { changeByLink, type LinkView } from './open-link.ts';

/**
 * Records a question of the customer to the partner as a comment: the record first, then the partner's mail by the orchestration.
 * The question that is open already, sent again, is a success that changes nothing. `refusal`: why another one is not taken.
 */
export const askQuestion = async (
  deps: Deps,
  workflow: Workflow,
  token: string,
  text: string,
): Promise<{ recorded: boolean; refusal?: QuestionRefusal; view: LinkView }> => {
  const changed = await changeByLink<LinkView | QuestionRefusal | 'asked'>(
    deps,
    token,
    async (claim, view, now) => {
      if (view.show !== 'request') return unchanged(view);
      return isOpenQuestion(claim, text) ? unchanged('asked') : questionChange(deps, claim, text, now);
    },
    () => ({ beforeWrite: (after, before) => addWatchRows(deps, after, before) }),
  );
  if (!('claim' in changed)) return { recorded: false, view: changed.view };
  const { ref, view, unchanged: reason } = changed;
  if (reason !== undefined && typeof reason !== 'string') return { recorded: false, view: reason };
  if (reason !== undefined && reason !== 'asked') return { recorded: false, refusal: reason, view };
  if (reason === undefined) await resumeWorkflow(deps, workflow, ref);
  return { recorded: true, view };
};

const questionChange = async (
  deps: Deps,
  claim: Claim,
  text: string,
  now: Date,
): Promise<Decision<QuestionRefusal>> => {
  const status = nextStatus(phaseOf(claim), 'ask', 'customer');
  if (status instanceof Problem) return status;
  const policy = datedPolicy(deps, claim);
  const refusal = questionRefusal(claim, { now, policy, linkUntil: await linkUntil(deps, claim, now) });
  if (refusal !== undefined) return unchanged(refusal);
  const actor = customerActor(claim);
  const comment = nextComment(claim, { by: actor, text, now, random: deps.random });
  const question = openQuestion(claim, comment.id, { now, policy });
  const notice = { kind: 'question' as const, number: comment.id, since: now.toISOString() };
  return {
    claim: {
      ...claim,
      status,
      comments: [...claim.comments, comment],
      question,
      notices: [...(claim.notices ?? []), notice],
    },
    entries: [
      { actor, event: questionAskedEvent, detail: { ...commentDetail(comment), pausedUntil: question.pausedUntil } },
    ],
  };
};
