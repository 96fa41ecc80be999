import { problemKinds } from '../../src/lib/problem-codes.ts';

/** The text of `docs/problem-codes.md`. */
export const problemCodesPage = (): string => `# Problem codes

<!-- Generated from src/lib/problem-codes.ts by \`npm run docs\`. Don't edit this file. -->

Every error of the API is \`application/problem+json\` (RFC 9457) with a \`code\` from this list. \`errors\` names each
field that is wrong, with a path into the request and a code of its own. \`detail\` says more where there is more to say,
and \`traceId\` finds the request in the telemetry. The contract (\`GET /api/openapi.json\`) lists the codes of each
operation.

| code | status | title |
|---|---|---|
${Object.entries(problemKinds)
  .map(([code, { status, title }]) => `| \`${code}\` | ${status} | ${title} |`)
  .join('\n')}
`;
