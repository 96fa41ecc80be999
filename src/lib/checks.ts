import type * as z from 'zod';
import type { ProblemCode } from './result.ts';

/** What a check of ours refuses with. */
export const refusal = (code: ProblemCode, message: string) => ({ params: { code }, error: message });

/** Why a value cannot be taken: a code of the closed list, and words. */
export type Fault = { code: ProblemCode; message: string };

/** A check that refuses where `faultOf` finds a fault. */
export const noFault =
  (faultOf: (value: string) => Fault | undefined): z.core.CheckFn<string> =>
  ({ value, issues }) => {
    const fault = faultOf(value);
    if (fault === undefined) return;
    const { code, message } = fault;
    issues.push({ code: 'custom', input: value, params: { code }, message });
  };
