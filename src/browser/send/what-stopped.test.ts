import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whatStopped } from './what-stopped.ts';

const answered = (status: number, body = '', type = 'text/plain; charset=utf-8') =>
  Object.assign(new Error('tus'), {
    originalResponse: { getStatus: () => status, getBody: () => body, getHeader: () => type },
  }) as never;

test('without a line, and where something was spoilt or is busy, it goes on by itself', () => {
  assert.deepEqual(whatStopped(new Error('no line')), { sort: 'again' });
  assert.deepEqual(whatStopped(Object.assign(new Error(), { originalResponse: null }) as never), {
    sort: 'again',
  });
  for (const status of [409, 423, 429, 460, 500, 502, 503, 504])
    assert.deepEqual(whatStopped(answered(status)), { sort: 'again' }, String(status));
});

test('signed out, it waits for that', () => {
  assert.deepEqual(whatStopped(answered(401)), { sort: 'signed-out' });
});

test('what is refused is said in the server’s words, and tried again only where that can help', () => {
  assert.deepEqual(whatStopped(answered(415, 'No film.')), {
    sort: 'refused',
    says: 'No film.',
    mayTryAgain: false,
  });
  assert.deepEqual(whatStopped(answered(507, 'No room.')), {
    sort: 'refused',
    says: 'No room.',
    mayTryAgain: true,
  });
  assert.deepEqual(whatStopped(answered(403, '<h1>Hot spot</h1>', 'text/html')), {
    sort: 'refused',
    says: '',
    mayTryAgain: false,
  });
});
