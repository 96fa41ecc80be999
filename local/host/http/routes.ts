import type { RegisteredFunction } from '../core-module.ts';

export type AuthLevel = 'anonymous' | 'function' | 'admin';

/** One HTTP function: where it is, who may call it, and the name of its trigger binding. */
export type Route = {
  target: RegisteredFunction;
  /** The template as registered, with prefix: what logs show instead of the path. */
  template: string;
  methods: string[];
  authLevel: AuthLevel;
  bindingName: string;
};

export type RouteMatch =
  | { kind: 'found'; route: Route; params: Record<string, string> }
  | { kind: 'wrong-method'; template: string; allow: string[] }
  | { kind: 'none' };

export type RouteTable = {
  routes: Route[];
  /** Throws a URIError when the path is not decodable. */
  match(method: string, path: string): RouteMatch;
};

type CompiledRoute = Route & { pattern: RegExp; names: string[]; rank: number[] };

const rank = { literal: 0, mixed: 1, constrained: 2, parameter: 3, catchAll: 4 };

const constraints: Record<string, string> = {
  int: '-?\\d+',
  long: '-?\\d+',
  bool: 'true|false',
  guid: '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}',
  alpha: '[a-z]+',
};

/**
 * Compiles the routes of all HTTP functions. Segments are compared from the left: a literal wins over a parameter, a
 * parameter over a catch-all. A route that lacks the method gives way to the next that has it, as in the genuine host.
 * Throws for templates it cannot serve and for two functions with the same template and method.
 */
export const createRouteTable = (functions: RegisteredFunction[], routePrefix: string): RouteTable => {
  const routes = functions.flatMap((target) => toRoute(target, routePrefix)).sort(byPrecedence);
  refuseDuplicates(routes);
  return { routes, match: (method, path) => matchRoute(routes, method, path) };
};

const toRoute = (target: RegisteredFunction, routePrefix: string): CompiledRoute[] => {
  const { name, bindings } = target.metadata;
  const found = Object.entries(bindings).find(([, binding]) => binding.type.toLowerCase() === 'httptrigger');
  if (!found) return [];
  const [bindingName, { route = name, methods = [], authLevel = 'anonymous' }] = found;
  const parts = [routePrefix, String(route)].flatMap((part) => part.split('/')).filter((part) => part !== '');
  const level = String(authLevel).toLowerCase();
  if (!isAuthLevel(level)) throw new Error(`function ${name}: unknown authLevel "${level}"`);
  return [
    {
      target,
      template: `/${parts.join('/')}`,
      methods: (methods as string[]).map((method) => method.toUpperCase()),
      authLevel: level,
      bindingName,
      ...compile(name, parts),
    },
  ];
};

const isAuthLevel = (text: string): text is AuthLevel => ['anonymous', 'function', 'admin'].includes(text);

const compile = (functionName: string, segments: string[]) => {
  const names: string[] = [];
  const ranks: number[] = [];
  let source = '^';
  for (const [index, segment] of segments.entries()) {
    const whole = /^\{(\*{0,2})(\w+)(?::(\w+))?(\?)?\}$/.exec(segment);
    const [, star, name, constraint, optional] = whole ?? [];
    if (constraint && !(constraint in constraints)) {
      throw new Error(`function ${functionName}: route constraint "${constraint}" is not supported`);
    }
    if ((star || optional) && index !== segments.length - 1) {
      throw new Error(`function ${functionName}: ${segment} must be the last segment of the route`);
    }
    if (name && star) {
      names.push(name);
      ranks.push(rank.catchAll);
      source += '(?:/(.*))?';
    } else if (name) {
      names.push(name);
      ranks.push(constraint ? rank.constrained : rank.parameter);
      const group = `/(${(constraint && constraints[constraint]) ?? '[^/]+'})`;
      source += optional ? `(?:${group})?` : group;
    } else {
      ranks.push(segment.includes('{') ? rank.mixed : rank.literal);
      source += `/${compileMixed(functionName, segment, names)}`;
    }
  }
  return { pattern: new RegExp(`${source}/?$`, 'i'), names, rank: ranks };
};

/** A segment of literal text and plain parameters, such as `{name}.json`. */
const compileMixed = (functionName: string, segment: string, names: string[]): string =>
  segment
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name) {
        names.push(name);
        return '([^/]+)';
      }
      if (/[{}]/.test(part)) throw new Error(`function ${functionName}: route segment "${segment}" is not supported`);
      return part.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
    })
    .join('');

const byPrecedence = (a: CompiledRoute, b: CompiledRoute): number => {
  for (const [index, left] of a.rank.entries()) {
    const right = b.rank[index];
    // The longer template is more specific, unless the extra part is a catch-all.
    if (right === undefined) return left === rank.catchAll ? 1 : -1;
    if (left !== right) return left - right;
  }
  if (b.rank.length === a.rank.length) return 0;
  return b.rank[a.rank.length] === rank.catchAll ? -1 : 1;
};

const refuseDuplicates = (routes: CompiledRoute[]): void => {
  const seen = new Map<string, string>();
  for (const { pattern, methods, template, target } of routes) {
    for (const method of methods) {
      const key = `${method} ${pattern.source.toLowerCase()}`;
      const other = seen.get(key);
      if (other) throw new Error(`functions ${other} and ${target.metadata.name} both answer ${method} ${template}`);
      seen.set(key, target.metadata.name);
    }
  }
};

const matchRoute = (routes: CompiledRoute[], method: string, path: string): RouteMatch => {
  const allow = new Set<string>();
  let template: string | undefined;
  for (const route of routes) {
    const groups = route.pattern.exec(path);
    if (!groups) continue;
    if (route.methods.includes(method)) return { kind: 'found', route, params: readParams(route.names, groups) };
    template ??= route.template;
    for (const known of route.methods) allow.add(known);
  }
  return template === undefined ? { kind: 'none' } : { kind: 'wrong-method', template, allow: [...allow].sort() };
};

const readParams = (names: string[], groups: RegExpExecArray): Record<string, string> => {
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const raw = groups[index + 1];
    // As in ASP.NET, an encoded slash stays encoded: it is no separator.
    if (raw !== undefined) params[name] = decodeURIComponent(raw.replace(/%2f/gi, '%252F'));
  }
  return params;
};
