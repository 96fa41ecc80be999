/**
 * The part of `@azure/functions-core` that passes between a Functions worker and `@azure/functions`
 * (source: azure-functions-nodejs-library, types-core). The package is not on npm; the worker creates it.
 */

export type RpcTypedData = {
  string?: string | null;
  json?: string | null;
  bytes?: Uint8Array | null;
  http?: RpcHttpData | null;
  int?: number | null;
  double?: number | null;
};

export type RpcHttpData = {
  method?: string;
  url?: string;
  headers?: Record<string, string>;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: RpcTypedData | null;
  statusCode?: string;
  cookies?: RpcCookie[];
};

/** A cookie as the library hands it over: optional fields are wrapped in `{ value }`. */
export type RpcCookie = {
  name: string;
  value: string;
  domain?: { value: string };
  path?: { value: string };
  expires?: { value: { seconds: number } };
  secure?: { value: boolean };
  httpOnly?: { value: boolean };
  sameSite?: string;
  maxAge?: { value: number };
};

/** One binding of a function: `type`, `direction` and whatever the trigger asks for. */
export type Binding = { type: string; direction: 'in' | 'out' | 'inout'; [option: string]: unknown };

export type FunctionMetadata = { name: string; functionId?: string; bindings: Record<string, Binding> };

export type FunctionCallback = (...args: unknown[]) => unknown;

export type InvocationRequest = {
  invocationId: string;
  functionId: string;
  inputData: { name: string; data: RpcTypedData }[];
  triggerMetadata: Record<string, RpcTypedData>;
  traceContext?: { traceParent?: string };
};

export type InvocationResponse = {
  outputData?: { name: string; data: RpcTypedData }[];
  returnValue?: RpcTypedData | null;
};

export type LogLevel = 'trace' | 'debug' | 'information' | 'warning' | 'error' | 'critical' | 'none';
export type LogCategory = 'user' | 'system' | 'customMetric';

export type CoreInvocationContext = {
  invocationId: string;
  request: InvocationRequest;
  metadata: FunctionMetadata;
  state?: 'preInvocationHooks' | 'invocation' | 'postInvocationHooks' | undefined;
  log(level: LogLevel, category: LogCategory, message: string): void;
};

export type InvocationModel = {
  getArguments(): Promise<{ context: unknown; inputs: unknown[] }>;
  invokeFunction(context: unknown, inputs: unknown[], callback: FunctionCallback): Promise<unknown>;
  getResponse(context: unknown, result: unknown): Promise<InvocationResponse>;
};

export type ProgrammingModel = {
  name: string;
  version: string;
  getInvocationModel(context: CoreInvocationContext): InvocationModel | Promise<InvocationModel>;
  getCapabilities?(defaults: Record<string, string>): Record<string, string> | Promise<Record<string, string>>;
};

/** The JavaScript value inside an RPC value, read as `@azure/functions` reads it. */
export const fromTypedData = (data: RpcTypedData | null | undefined): unknown => {
  if (data?.json != null) return JSON.parse(data.json);
  if (data?.string != null) return parsedOrText(data.string);
  return data?.bytes ?? data?.int ?? data?.double ?? undefined;
};

const parsedOrText = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
