import { Module } from 'node:module';
import type { FunctionCallback, FunctionMetadata, LogCategory, LogLevel, ProgrammingModel } from './core-types.ts';

const hookNames = ['preInvocation', 'postInvocation', 'appStart', 'appTerminate', 'log'] as const;
export type HookName = (typeof hookNames)[number];
type Hook = (context: object) => unknown;

/** A function that the app registered, as the host runs it. */
export type RegisteredFunction = { metadata: FunctionMetadata; callback: FunctionCallback };

/** What the app registered through `@azure/functions-core`, and the exports that it sees. */
export type CoreModule = {
  exports: object;
  functions: Map<string, RegisteredFunction>;
  model(): ProgrammingModel | undefined;
  /** Runs the hooks of one name one after another; the first that throws ends it. */
  runHooks(name: Exclude<HookName, 'log'>, context: object): Promise<void>;
  /** Writes a log entry, after the app's log hooks have seen it. */
  log(level: LogLevel, category: LogCategory, message: string, invocation?: InvocationLogScope): void;
  /** Ends registration: `app.http(...)` is refused from now on, as the worker does after indexing. */
  lock(): void;
  /** Data that hooks share: with every hook (`appHookData`), and among the app's own hooks (`hookData`). */
  appHookData: object;
  appOnlyHookData: object;
};

/** Where a log entry of an invocation belongs. */
export type InvocationLogScope = { functionName: string; context: unknown; hookData: object };

const systemError = <E extends Error>(error: E): E => Object.assign(error, { isAzureFunctionsSystemError: true });

class Disposable {
  readonly #onDispose: () => unknown;
  constructor(onDispose: () => unknown) {
    this.#onDispose = onDispose;
  }
  static from(...parts: { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const part of parts) part.dispose();
    });
  }
  dispose(): unknown {
    return this.#onDispose();
  }
}

/** Creates the module that the Functions worker provides as `@azure/functions-core`. */
export const createCoreModule = (write: (line: string) => void): CoreModule => {
  const functions = new Map<string, RegisteredFunction>();
  const hooks = new Map<HookName, Hook[]>(hookNames.map((name) => [name, []]));
  const appHookData = {};
  const appOnlyHookData = {};
  let model: ProgrammingModel | undefined;
  let locked = false;

  const registerFunction = (metadata: FunctionMetadata, callback: FunctionCallback): Disposable => {
    if (locked) throw systemError(new Error('A function can only be registered during app startup.'));
    const id = metadata.functionId ?? metadata.name;
    if (functions.has(id)) throw systemError(new Error(`A function with id "${id}" has already been registered.`));
    functions.set(id, { metadata, callback });
    return new Disposable(() => {
      if (locked) throw systemError(new Error('A function can only be disposed during app startup.'));
      functions.delete(id);
    });
  };

  const registerHook = (name: string, hook: Hook): Disposable => {
    const list = hooks.get(name as HookName); // any other name finds nothing
    // The library recognises a host that is too old for a hook by exactly this kind of error.
    if (!list) throw systemError(new RangeError(`Unrecognized hook "${name}"`));
    list.push(hook);
    return new Disposable(() => {
      const index = list.indexOf(hook);
      if (index >= 0) list.splice(index, 1);
    });
  };

  const log: CoreModule['log'] = (level, category, message, scope) => {
    const entry = {
      level,
      message,
      category,
      invocationContext: scope?.context,
      hookData: scope?.hookData ?? appOnlyHookData,
      appHookData,
    };
    for (const hook of hooks.get('log') ?? []) hook(entry);
    const seen = category === 'user' ? entry : { level, message };
    if (seen.level === 'trace' || seen.level === 'debug' || seen.level === 'none') return;
    write(`${seen.level} ${scope ? `[${scope.functionName}] ` : ''}${seen.message}`);
  };

  return {
    exports: {
      version: '3.14.0',
      hostVersion: '4.1048.0',
      registerFunction,
      registerHook,
      setProgrammingModel: (chosen: ProgrammingModel) => {
        model = chosen;
      },
      getProgrammingModel: () => model,
      log: (level: LogLevel, category: LogCategory, message: string) => log(level, category, message),
      Disposable,
    },
    functions,
    model: () => model,
    runHooks: async (name, context) => {
      for (const hook of hooks.get(name) ?? []) await hook(context);
    },
    log,
    lock: () => {
      locked = true;
    },
    appHookData,
    appOnlyHookData,
  };
};

let installed = false;

/**
 * Resolves `@azure/functions-core` to `exports`. Only once per process: `@azure/functions` caches it, so a second app would
 * register its functions with the first host.
 */
export const installCoreModule = (exports: object): void => {
  if (installed) throw new Error('a process can run one functions host only: start another process');
  installed = true;
  const original = Module.prototype.require;
  Module.prototype.require = new Proxy(original, {
    apply: (target, module, args: [string]) =>
      args[0] === '@azure/functions-core' ? exports : Reflect.apply(target, module, args),
  });
};
