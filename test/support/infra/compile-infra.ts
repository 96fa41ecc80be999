import type { TestProject } from 'vitest/node';
import { compile, findCompiler } from '../../../infra/compile.ts';
import type { Template } from '../../../infra/template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    template: Template | undefined;
  }
}

/** Compiles infra/ once for all tests. On a machine without a Bicep compiler a line says what is left out. */
export const setup = async (project: TestProject): Promise<void> => {
  const compiler = await findCompiler();
  if (compiler === undefined) {
    process.stderr.write(
      'No Bicep compiler (npm run infra fetches one where there is a .NET SDK). Left out: the rules for what is deployed.\n',
    );
    project.provide('template', undefined);
    return;
  }
  const { template, findings } = await compile(compiler);
  if (template === undefined || findings.length > 0) {
    throw new Error(`infra/ does not compile:\n${findings.join('\n')}`);
  }
  project.provide('template', template);
};
