import * as z from 'zod';
import { guid } from '../../../lib/fields.ts';
import { parse } from '../../../lib/parse.ts';
import { Problem } from '../../../lib/result.ts';
import { operator, type Route } from '../route.ts';

const position = z.string().regex(/^ca-[0-9a-z-]{18}~~$/);

/** For operations: the rows that a partner's lists are read from. */
export const listIndexRoutes: Route[] = [
  {
    name: 'rebuildLists',
    method: 'POST',
    path: 'api/operations/partners/{tenantId}/rebuild-lists',
    roles: operator,
    doc: {
      summary:
        'Write the rows that the lists of a partner are read from, and those by which claims that are over are purged, again, up to 200 claims a call. Needed once after an update from a build that had other rows: until then such claims are in the lists of all and by status only, or in all once they change.',
      query: { from: { description: 'The `next` of the call before.', schema: position } },
      success: {
        status: 200,
        answer: 'RebuiltLists',
        description: 'How many claims were done, and `next` when there are more.',
      },
    },
    handle: async (deps, { request, param }) => {
      const partnerId = parse(guid, param('tenantId'));
      if (partnerId instanceof Problem) return partnerId;
      const from = request.query.get('from');
      if (from !== null && !position.safeParse(from).success) {
        return new Problem('invalid-query', 'from: the next of the call before.');
      }
      return { status: 200, json: await deps.rebuildLists(partnerId, from ?? undefined) };
    },
  },
];
