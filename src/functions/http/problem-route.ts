import { isProblemCode, problemKinds } from '../../lib/problem-codes.ts';
import { Problem } from '../../lib/result.ts';
import type { Route } from './route.ts';

/** What the `type` of a problem leads to. */
export const problemRoute: Route = {
  name: 'readProblemKind',
  method: 'GET',
  path: 'api/problems/{code}',
  roles: [],
  doc: {
    summary: 'What a problem code means: the address that the `type` of a problem names.',
    problems: ['not-found'],
    success: { status: 200, answer: 'ProblemKind', description: 'The code, its status and its title.' },
  },
  handle: async (_deps, { param }) => {
    const code = param('code');
    if (!isProblemCode(code)) return new Problem('not-found');
    return { status: 200, json: { type: `/api/problems/${code}`, code, ...problemKinds[code] } };
  },
};
