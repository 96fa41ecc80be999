import { expect, test } from 'vitest';
import { completeDraft } from '../../support/claims/claims.ts';
import { namesIn } from '../../support/claims/lists.ts';
import { signIn } from '../../support/http/client.ts';
import { startFaultyStack } from '../../support/stack/faulty-stack.ts';

test('the rows of the lists stay right when writes take effect whose answers are lost', async () => {
  const stack = await startFaultyStack();
  try {
    const avery = await signIn(stack, 'avery');
    const seen = new Set<string>();
    stack.proxy.fateOf = ({ kind, text }) => {
      // A retry is the same request with another ID and time; what it writes is the same.
      const content = text.replaceAll(
        /[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z|\w+, \d+ \w+ \d{4} [\d:]+ GMT/g,
        '',
      );
      if (kind !== 'table:batch claims' || seen.has(content)) return undefined;
      seen.add(content);
      return { cut: 'after' };
    };
    const id = await completeDraft(avery, 'under faults');
    const { etag } = await avery.get(`claims/${id}`);
    expect((await avery.patch(`claims/${id}`, { name: 'still right' }, etag)).status).toBe(200);
    expect((await avery.post(`claims/${id}/submit`, { acknowledged: true })).status).toBe(202);
    expect((await avery.post(`claims/${id}/withdraw`, { reason: 'Done.' })).status).toBe(200);
    expect(seen.size).toBeGreaterThan(3);
    stack.proxy.fateOf = () => undefined;

    for (const query of ['', 'status=withdrawn', 'q=right', 'location=4512345', 'product=power-bi', 'sort=changed']) {
      expect([query, await namesIn(avery, query)]).toEqual([query, ['still right']]);
    }
    for (const query of ['status=draft,submitted', 'q=faults', 'sort=deadline', 'needsAction=true']) {
      expect([query, await namesIn(avery, query)]).toEqual([query, []]);
    }
    const rows = (await stack.rows('claims')).filter(({ rowKey }) => String(rowKey).endsWith(`|${id}`));
    const claim = rows.find(({ rowKey }) => rowKey === `c|${id}`);
    const indexed = rows.filter((row) => row !== claim).map(({ rowKey }) => String(rowKey).slice(0, -id.length - 1));
    expect(indexed.toSorted()).toEqual(JSON.parse(String(claim?.index)).toSorted());
  } finally {
    await stack.stop();
  }
});
