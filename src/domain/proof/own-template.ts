import type { Claim, PoeFile } from '../claim.ts';
import { isHandedOut } from './scan.ts';

/** Whether a file is the claim's own template, with something written in it. One that is being checked counts. */
export const isOwnTemplate = ({ id }: Pick<Claim, 'id'>, file: PoeFile): boolean =>
  file.templateOf === id && !file.blank && (file.scan === 'pending' || isHandedOut(file));

/** What a claim without it is told. */
export const templateAsked =
  "The proof has to be this claim's template: download it, fill it in, and upload it as a Word document. A signed scan can be added.";
