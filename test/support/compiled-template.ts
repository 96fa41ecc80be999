import { compile, findCompiler } from '../../infra/compile.ts';
import type { Template } from '../../infra/template.ts';

/** The compiled template, or undefined on a machine without a Bicep compiler: then a line says what was left out. */
export const compiledTemplate = async (leftOut: string): Promise<Template | undefined> => {
  const compiler = await findCompiler();
  if (compiler === undefined) {
    process.stderr.write(
      `No Bicep compiler (npm run infra fetches one where there is a .NET SDK). Left out: ${leftOut}.\n`,
    );
    return undefined;
  }
  const { template, findings } = await compile(compiler);
  if (template === undefined || findings.length > 0)
    throw new Error(`infra/ does not compile:\n${findings.join('\n')}`);
  return template;
};
