import { describe, expect, test } from 'vitest';
import { type CoreModule, createCoreModule } from '../../../local/host/core-module.ts';
import type { FunctionMetadata } from '../../../local/host/core-types.ts';

type Exports = {
  registerFunction(metadata: FunctionMetadata, callback: () => unknown): { dispose(): void };
  registerHook(name: string, hook: () => unknown): { dispose(): void };
};

const create = (): { core: CoreModule; exports: Exports } => {
  const core = createCoreModule(() => {});
  return { core, exports: core.exports as Exports };
};
const metadata: FunctionMetadata = { name: 'one', bindings: {} };

describe('the module that the app sees as @azure/functions-core', () => {
  test('an unknown hook is the kind of error by which the library recognises an older host', () => {
    const { exports } = create();
    const error = expect.objectContaining({ name: 'RangeError', isAzureFunctionsSystemError: true });
    expect(() => exports.registerHook('unheardOf', () => {})).toThrow(error);
  });

  test('two functions of one name are refused, and none is taken after the start', () => {
    const { core, exports } = create();
    exports.registerFunction(metadata, () => {});
    expect(() => exports.registerFunction(metadata, () => {})).toThrow(/already been registered/);
    core.lock();
    expect(() => exports.registerFunction({ name: 'two', bindings: {} }, () => {})).toThrow(/during app startup/);
    expect([...core.functions.keys()]).toEqual(['one']);
  });

  test('hooks run in the order of registration, and not after they were disposed', async () => {
    const { core, exports } = create();
    const ran: string[] = [];
    exports.registerHook('appStart', () => ran.push('first'));
    const second = exports.registerHook('appStart', () => ran.push('second'));
    await core.runHooks('appStart', {});
    second.dispose();
    await core.runHooks('appStart', {});
    expect(ran).toEqual(['first', 'second', 'first']);
  });
});
