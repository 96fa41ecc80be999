import { describe, expect, test } from 'vitest';
import type { RegisteredFunction } from '../../../local/host/core-module.ts';
import { createRouteTable } from '../../../local/host/http/routes.ts';

const http = (name: string, route: string | undefined, methods = ['GET']): RegisteredFunction => ({
  metadata: {
    name,
    bindings: { req: { type: 'httpTrigger', direction: 'in', methods, ...(route === undefined ? {} : { route }) } },
  },
  callback: () => undefined,
});

const find = (functions: RegisteredFunction[], method: string, path: string, prefix = '') => {
  const match = createRouteTable(functions, prefix).match(method, path);
  return match.kind === 'found' ? { name: match.route.target.metadata.name, params: match.params } : match.kind;
};

describe('route table', () => {
  const functions = [
    http('page', '{*rest}'),
    http('thing', 'things/{id}'),
    http('special', 'things/special'),
    http('numbered', 'things/{n:int}'),
    http('submit', 'things/{id}/submit', ['POST']),
    http('maybe', 'maybe/{id?}'),
    http('file', 'files/{name}.{ext}'),
  ];

  test.each([
    ['/things/special', 'special', {}],
    ['/THINGS/Special/', 'special', {}],
    ['/things/17', 'numbered', { n: '17' }],
    ['/things/17a', 'thing', { id: '17a' }],
    ['/things/a%20b%2Fc', 'thing', { id: 'a b%2Fc' }],
    ['/maybe', 'maybe', {}],
    ['/maybe/x', 'maybe', { id: 'x' }],
    ['/files/report.json', 'file', { name: 'report', ext: 'json' }],
    ['/', 'page', { rest: '' }],
    ['/a/b/c.js', 'page', { rest: 'a/b/c.js' }],
  ])('%s goes to %s', (path, name, params) => {
    expect(find(functions, 'GET', path)).toEqual({ name, params });
  });

  test('the default route is the name of the function below the prefix', () => {
    expect(find([http('Hello', undefined)], 'GET', '/api/hello', 'api')).toEqual({ name: 'Hello', params: {} });
    expect(find([http('Hello', undefined)], 'GET', '/hello', 'api')).toBe('none');
  });

  test('a route that lacks the method gives way to a catch-all that has it', () => {
    expect(find(functions, 'POST', '/things/1/submit')).toEqual({ name: 'submit', params: { id: '1' } });
    expect(find(functions, 'GET', '/things/1/submit')).toEqual({ name: 'page', params: { rest: 'things/1/submit' } });
  });

  test('a known path without the method names the methods that it has', () => {
    const table = createRouteTable([http('read', 'x/{id}'), http('write', 'x/{key}', ['PUT', 'DELETE'])], '');
    expect(table.match('POST', '/x/1')).toEqual({
      kind: 'wrong-method',
      template: '/x/{id}',
      allow: ['DELETE', 'GET', 'PUT'],
    });
  });

  test('two functions of one template and method are refused', () => {
    expect(() => createRouteTable([http('a', 'x/{id}'), http('b', 'X/{key}')], '')).toThrow(
      /functions a and b both answer GET/,
    );
  });

  test.each([
    ['x/{id:regex}', /constraint "regex"/],
    ['{*rest}/x', /must be the last/],
    ['x/{id=5}', /not supported/],
  ])('the template %s is refused with the name of the function', (route, message) => {
    expect(() => createRouteTable([http('odd', route)], '')).toThrow(message);
    expect(() => createRouteTable([http('odd', route)], '')).toThrow(/function odd/);
  });
});
