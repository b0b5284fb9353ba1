import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listRoutes } from './routes.ts';

test('the list of routes says of each who may come and what for', () => {
  const routes = listRoutes();
  assert.deepEqual(
    routes.find(({ method, path }) => method === 'POST' && path === '/sign-in'),
    { method: 'POST', path: '/sign-in', feature: 'sign-in', policy: 'anyone', purpose: 'administration' },
  );
  assert.equal(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size, routes.length);
});
