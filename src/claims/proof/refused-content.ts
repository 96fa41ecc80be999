import { extensionsOf, poeTypes } from '../../domain/proof/poe-rules.ts';
import { Problem } from '../../lib/result.ts';

/** Carries a refusal out of a stream, where there is no return value. */
export class RefusedContent extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Ends an upload with a refusal. */
export const refuse = (...args: ConstructorParameters<typeof Problem>): never => {
  throw new RefusedContent(new Problem(...args));
};

const either = (extensions: string[]): string =>
  extensions
    .map((extension) => `.${extension}`)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1');

/** Refuses a file whose content is not what its name says; `found` is a kind of content, or an extension that is not accepted. */
export const refuseMismatch = (extension: string, found: string | undefined): never => {
  const fitting = found === undefined ? [] : extensionsOf(found);
  const beginning = `The name ends in .${extension}, but the content is`;
  if (fitting.length > 0) {
    return refuse(
      'poe-type-mismatch',
      `${beginning} that of a ${either(fitting)} file. Rename the file to match, or upload another one.`,
    );
  }
  return refuse(
    'poe-type-mismatch',
    found === undefined
      ? `${beginning} something else, or damaged. Open the file, save it again as .${extension}, and upload that.`
      : `${beginning} that of a .${found} file, which is not accepted. Accepted types: ${Object.keys(poeTypes).join(', ')}.`,
  );
};
