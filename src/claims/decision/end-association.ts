import type { ClaimRef } from '../../domain/claim.ts';
import type { Actor } from '../../domain/history.ts';
import { Problem } from '../../lib/result.ts';
import { changeClaim, type Guard } from '../change-claim.ts';
import { beforeClosing } from '../close-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { resumeWorkflow } from '../wake-workflow.ts';
import { endingChange } from './end-claim.ts';

type Ending = { by: Actor & { kind: 'partner' | 'operator' }; ref: ClaimRef; reason: string; guard: Guard };

/** The partner gives an approved association up, or operators end it; both sides get a mail. */
export const endAssociation = async (deps: Deps, workflow: Workflow, { by, ref, reason, guard }: Ending) => {
  const stored = await changeClaim(deps, ref, (claim, now) => endingChange(claim, { actor: by, now, reason }), {
    ...beforeClosing(deps),
    ...guard,
  });
  if (!(stored instanceof Problem)) await resumeWorkflow(deps, workflow, ref);
  return stored;
};
