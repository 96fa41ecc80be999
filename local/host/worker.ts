import { randomUUID } from 'node:crypto';
import { Server } from 'node:http';
import type { CoreModule, RegisteredFunction } from './core-module.ts';
import type { CoreInvocationContext, InvocationResponse, ProgrammingModel, RpcTypedData } from './core-types.ts';

/** One call of a function: the values of its input bindings by binding name, and the trigger's metadata. */
export type Invocation = {
  inputs: Record<string, RpcTypedData>;
  triggerMetadata?: Record<string, RpcTypedData>;
  invocationId?: string;
  /** The caller's `traceparent`, unchanged. The host has no trace of its own. */
  traceParent?: string | undefined;
};

/** The result of a call: the answer on the wire, and the handler's return value. */
export type InvocationOutcome = { response: InvocationResponse; result: unknown };

/** Runs registered functions as the Node worker does, hooks included. Rejects with what the function threw. */
export type Worker = {
  /** Where the library expects streamed HTTP requests; undefined when the app did not switch streaming on. */
  httpPort: number | undefined;
  functions: RegisteredFunction[];
  invoke(target: RegisteredFunction, invocation: Invocation): Promise<InvocationOutcome>;
  /** Runs the appTerminate hooks and closes the library's HTTP proxy. */
  stop(): Promise<void>;
};

/** Ends registration, runs the appStart hooks and makes the app ready to be called. */
export const startWorker = async (core: CoreModule, appRoot: string): Promise<Worker> => {
  const model = core.model();
  if (!model) throw new Error('the app registered no functions: its entry point never called @azure/functions');
  const appScope = { hookData: core.appOnlyHookData, appHookData: core.appHookData };
  await core.runHooks('appStart', { ...appScope, functionAppDirectory: appRoot });
  core.lock();
  const { capabilities, servers } = await readCapabilities(model);
  const httpUri = capabilities.HttpUri;

  return {
    httpPort: httpUri === undefined ? undefined : Number(new URL(httpUri).port),
    functions: [...core.functions.values()],
    invoke: (target, invocation) => invoke(core, model, target, invocation),
    stop: async () => {
      await core.runHooks('appTerminate', { ...appScope });
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
};

/**
 * Asks the library for its capabilities. With streaming on, the library then opens an HTTP server on every network
 * interface and gives no access to it. This binds the server to the loopback interface, makes it closable, and keeps idle
 * connections open, so that no request meets a connection that is just timing out.
 */
const readCapabilities = async (model: ProgrammingModel) => {
  const servers: Server[] = [];
  const listen = Server.prototype.listen;
  Server.prototype.listen = function (this: Server, ...args: unknown[]): Server {
    if (typeof args[0] !== 'function') return Reflect.apply(listen, this, args); // someone else's server
    servers.push(this);
    Object.assign(this, { keepAliveTimeout: 0, requestTimeout: 0 });
    return Reflect.apply(listen, this, [0, '127.0.0.1', args[0]]);
  };
  try {
    const capabilities = (await model.getCapabilities?.({ RawHttpBodyBytes: 'true' })) ?? {};
    return { capabilities, servers };
  } finally {
    Server.prototype.listen = listen;
  }
};

const invoke = async (
  core: CoreModule,
  model: ProgrammingModel,
  { metadata, callback }: RegisteredFunction,
  { inputs: inputValues, triggerMetadata = {}, invocationId = randomUUID(), traceParent }: Invocation,
): Promise<InvocationOutcome> => {
  const scope = { functionName: metadata.name, context: undefined as unknown, hookData: {} };
  const coreContext: CoreInvocationContext = {
    invocationId,
    metadata,
    request: {
      invocationId,
      functionId: metadata.functionId ?? metadata.name,
      inputData: Object.entries(inputValues).map(([name, data]) => ({ name, data })),
      triggerMetadata,
      ...(traceParent === undefined ? {} : { traceContext: { traceParent } }),
    },
    log: (level, category, message) => core.log(level, category, message, scope),
  };
  const invocationModel = await model.getInvocationModel(coreContext);
  const { context, inputs } = await invocationModel.getArguments();
  scope.context = context;
  const hookScope = { hookData: scope.hookData, appHookData: core.appHookData, invocationContext: context };

  const before = { ...hookScope, inputs, functionCallback: callback };
  coreContext.state = 'preInvocationHooks';
  await core.runHooks('preInvocation', before);

  const after = { ...hookScope, inputs: before.inputs, result: undefined as unknown, error: undefined as unknown };
  coreContext.state = 'invocation';
  try {
    after.result = await invocationModel.invokeFunction(context, before.inputs, before.functionCallback);
  } catch (error) {
    after.error = error ?? new Error('the function threw nothing');
  }

  // A hook may change the result, or clear the error and so make the call succeed.
  coreContext.state = 'postInvocationHooks';
  await core.runHooks('postInvocation', after);
  coreContext.state = undefined;
  if (after.error !== undefined && after.error !== null) throw after.error;

  return { response: await invocationModel.getResponse(context, after.result), result: after.result };
};
