import { type ProblemCode, problemKinds } from '../../../../lib/problem-codes.ts';
import { claimId } from './claim.ts';

/** Codes that tell more about an operation than those which every one of them has. */
const telling: readonly ProblemCode[] = [
  'claim-incomplete',
  'claim-not-found',
  'duplicate-claim',
  'unknown-product',
  'action-not-allowed',
  'invalid-query',
  'poe-type-not-allowed',
  'token-invalid',
];

const errorsOf = (code: ProblemCode) => {
  if (code === 'claim-incomplete') {
    return [{ path: 'poe', code: 'poe-required', message: 'Upload at least one proof of execution.' }];
  }
  if (code === 'unknown-product') {
    return [{ path: 'products.0.code', code, message: 'power-bl is not in the catalogue.' }];
  }
  return [];
};

/** What a refusal with one of these codes looks like. */
export const problemExample = (codes: ProblemCode[], path: string) => {
  const code = telling.find((candidate) => codes.includes(candidate)) ?? codes[0];
  if (code === undefined) throw new Error(`${path} has a refusal without a code.`);
  const { status, title } = problemKinds[code];
  return {
    type: `/api/problems/${code}`,
    title,
    status,
    detail: title,
    instance: path.replace('{id}', claimId).replace('{fileId}', 'poe-7k2m9x4a8q3c'),
    code,
    errors: errorsOf(code),
    ...(code === 'duplicate-claim' ? { standing: [{ claimId, href: `/api/claims/${claimId}` }] } : {}),
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  };
};
