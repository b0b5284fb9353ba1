import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { policy } from '#platform/access/policy.ts';
import { NotAllowed, NotFound, Refused, TooMany } from '#platform/errors.ts';
import type { Feature } from '#platform/http/feature.ts';
import { roles, transfer } from '#platform/http/route.ts';
import { createServer } from '#platform/http/server.ts';
import { KeyMissing } from '#platform/vault/errors.ts';
import { layout } from '#ui/layout.ts';
import { problemPage } from '#ui/problem.ts';
import { makePerson, makeSchool } from './factories.ts';
import { testSite } from './site.ts';

/** A protocol with methods of its own, over a real line: an upload into the vault that goes on where it stopped. */

const common = { purpose: 'learning', access: 'signed-in' } as const;
const id = randomUUID();
const key = randomBytes(32);
const chunks: number[] = [];

const upload = transfer('/upload/:id', {
  ...common,
  methods: ['HEAD', 'PATCH', 'POST', 'DELETE'],
  async run({ services: { vault }, params }, request) {
    if (request.method === 'HEAD') {
      const length = await vault.length(params.id!, key);
      if (length === null) throw new NotFound();
      return new Response(null, { status: 200, headers: { 'upload-offset': String(length) } });
    }
    if (request.method === 'POST') {
      await vault.create(params.id!, key);
      return new Response(null, { status: 201, headers: { location: request.url } });
    }
    if (request.method === 'DELETE') return new Response('gone', { status: 200 });
    async function* body(): AsyncGenerator<Uint8Array> {
      for await (const piece of request.body ?? []) {
        chunks.push((piece as Uint8Array).length);
        yield piece as Uint8Array;
      }
    }
    const offset = Number(request.headers.get('upload-offset'));
    const { bytes } = await vault.append(params.id!, key, offset, body(), { maxBytes: 7_000_000 });
    return new Response(null, { status: 204, headers: { 'upload-offset': String(bytes) } });
  },
});
const thrown: Record<string, () => Error> = {
  '403': () => new NotAllowed('Not yours.', 'Ask Ann.'),
  '404': () => new NotFound(),
  '422': () => new Refused('Not like this.'),
  '429': () => new TooMany(7),
  '503': () => new KeyMissing(),
  '500': () => new Error('a fault with a secret in it'),
  full: () => Object.assign(new Error('no space'), { code: 'ENOSPC' }),
};
const wrong = transfer('/wrong/:how', {
  ...common,
  methods: ['HEAD', 'PUT'],
  run: async ({ params }) => {
    throw thrown[params.how!]!();
  },
});
const headsOnly = transfer('/heads', {
  purpose: 'learning',
  access: roles('head'),
  methods: ['PATCH'],
  run: async () => new Response('read'),
});
const neverAsked = transfer('/never-asked', {
  purpose: 'learning',
  access: policy({
    kind: 'never_asked',
    logged: false,
    purpose: 'learning',
    noun: 'thing',
    may: { read: ['author'] },
    ask: 'Ask Ann.',
  }),
  methods: ['PATCH'],
  run: async () => new Response('read'),
});

const feature: Feature = { name: 'test', routes: [upload, wrong, headsOnly, neverAsked] };
const site = await testSite();
const school = await makeSchool(site.db);
const app = await createServer({
  services: site.services,
  features: [feature],
  render: layout,
  problem: problemPage,
  places: () => [],
  assets: new Map(
    ['staffroom.css', 'browser.js', 'mark.svg'].map((name) => [
      name,
      { path: `/assets/${name}`, type: 'text/plain', body: Buffer.from('') },
    ]),
  ),
  cookieName: 'staffroom',
  secure: false,
});
await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const { port } = app.server.address() as AddressInfo;
const cookie = await site.cookieOf(await makePerson(site.db, school, { name: 'Ann Lee' }));
const signedIn = { cookie: `${cookie.name}=${cookie.value}` };

const to = (
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: Uint8Array } = {},
) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { ...signedIn, ...headers },
    ...(body ? { body: body as BodyInit } : {}),
  });
const offsetNow = async () => Number((await to('HEAD', `/upload/${id}`)).headers.get('upload-offset'));

test('what is sent arrives as it comes, beyond any limit for forms, and HEAD says where it goes on', async () => {
  const begun = await to('POST', `/upload/${id}`);
  assert.equal(begun.status, 201);
  assert.equal(begun.headers.get('location'), `http://school.example/upload/${id}`);
  const content = randomBytes(5_000_000);
  const sent = await to('PATCH', `/upload/${id}`, {
    headers: { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: content,
  });
  assert.equal(sent.status, 204);
  assert.equal(await offsetNow(), content.length);
  assert.deepEqual(await buffer(await site.services.vault.open(id, key)), content);
  assert.ok(Math.max(...chunks) < 1_000_000, 'it should come in pieces');
  assert.match(sent.headers.get('cache-control') ?? '', /no-store/);
  assert.equal(sent.headers.get('x-content-type-options'), 'nosniff');
});

test('a line cut in the middle leaves what arrived, reports nothing, and the upload goes on from there', async () => {
  const start = await offsetNow();
  const { promise: cut, resolve } = Promise.withResolvers<void>();
  const sending = ask({
    port,
    host: '127.0.0.1',
    method: 'PATCH',
    path: `/upload/${id}`,
    headers: {
      ...signedIn,
      'upload-offset': String(start),
      'content-length': 1_000_000,
      'content-type': 'application/offset+octet-stream',
    },
  });
  sending.on('error', () => resolve());
  chunks.length = 0;
  sending.write(Buffer.alloc(300_000, 7));
  await until(() => chunks.reduce((sum, each) => sum + each, 0) === 300_000);
  sending.destroy();
  await cut;
  await until(async () => (await offsetNow()) === start + 300_000);
  assert.deepEqual(site.problems, []);
  const rest = await to('PATCH', `/upload/${id}`, {
    headers: { 'upload-offset': String(start + 300_000), 'content-type': 'application/offset+octet-stream' },
    body: Buffer.alloc(700_000, 7),
  });
  assert.equal(rest.headers.get('upload-offset'), String(start + 1_000_000));
  const part = await buffer(await site.services.vault.open(id, key, { start, end: start + 999_999 }));
  assert.ok(part.equals(Buffer.alloc(1_000_000, 7)));
});

test('what goes wrong is said in a sentence, with its status, never as a page', async () => {
  for (const [how, status, says] of [
    ['403', 403, 'Not yours. Ask Ann.'],
    ['404', 404, 'There is nothing at this address.'],
    ['422', 422, 'Not like this.'],
    ['429', 429, 'Too many tries.'],
    ['503', 503, /^The key to this recording is not on this machine/],
    ['full', 503, /no room left/],
    ['500', 500, /^Something failed here/],
  ] as const) {
    const answer = await to('PUT', `/wrong/${how}`, { body: Buffer.from('x') });
    assert.equal(answer.status, status, how);
    assert.match(answer.headers.get('content-type') ?? '', /^text\/plain/);
    const text = await answer.text();
    if (typeof says === 'string') assert.equal(text, says);
    else assert.match(text, says);
    assert.equal((await to('HEAD', `/wrong/${how}`)).status, status);
  }
  assert.deepEqual(
    site.problems.splice(0).map((each) => (each as Error).message),
    ['no space', 'no space', 'a fault with a secret in it', 'a fault with a secret in it'],
  );
  assert.equal(
    (await to('PATCH', `/upload/${id}`, { headers: { 'upload-offset': '1' }, body: Buffer.from('x') }))
      .status,
    409,
  );
  const end = String(await offsetNow());
  const tooLong = await to('PATCH', `/upload/${id}`, {
    headers: { 'upload-offset': end },
    body: Buffer.alloc(2_000_000),
  });
  assert.equal(tooLong.status, 413);
});

test('it has the same door as every other route', async () => {
  const body = Buffer.from('x');
  const nobody = await fetch(`http://127.0.0.1:${port}/upload/${id}`, { method: 'PATCH', body });
  assert.equal(nobody.status, 401);
  assert.match(await nobody.text(), /^You are signed out\./);
  assert.equal(
    (await fetch(`http://127.0.0.1:${port}/upload/${id}`, { method: 'HEAD', redirect: 'manual' })).status,
    401,
  );
  assert.equal((await to('PATCH', '/heads', { body })).status, 403);
  // As fetch in a browser would be marked; Node's own does not let it be set.
  const crossSite = await app.inject({
    method: 'DELETE',
    url: `/upload/${id}`,
    headers: { ...signedIn, 'sec-fetch-site': 'cross-site' },
  });
  assert.equal(crossSite.statusCode, 403);
  assert.equal(
    (await app.inject({ method: 'DELETE', url: `/upload/${id}`, headers: signedIn })).body,
    'gone',
  );
  assert.equal(
    (await app.inject({ method: 'GET', url: `/upload/${id}`, headers: signedIn })).statusCode,
    404,
  );
});

test('a route under a policy that never asked it is a fault', async () => {
  assert.equal((await to('PATCH', '/never-asked')).status, 500);
  assert.match(String(site.problems.pop()), /never asked/);
});

test('when the database is away it is said so, and why is reported', async () => {
  const { sessions } = site.services;
  site.services.sessions = { find: () => Promise.reject(new Error('no database')) } as never;
  const answer = await to('HEAD', `/upload/${id}`);
  site.services.sessions = sessions;
  assert.equal(answer.status, 503);
  assert.match(String(site.problems.pop()), /no database/);
});

test('a server that stops does not wait for an upload under way, and keeps what arrived', async () => {
  const another = randomUUID();
  await to('POST', `/upload/${another}`);
  chunks.length = 0;
  const sending = ask({
    port,
    host: '127.0.0.1',
    method: 'PATCH',
    path: `/upload/${another}`,
    headers: { ...signedIn, 'upload-offset': '0', 'content-length': 1_000_000 },
  });
  const over = new Promise((resolve) => sending.on('error', () => {}).once('close', resolve));
  sending.write(Buffer.alloc(1000));
  await until(() => chunks.length > 0);
  const began = Date.now();
  await app.close();
  await over;
  assert.ok(Date.now() - began < 5000);
  await until(async () => (await site.services.vault.length(another, key)) === 1000);
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 500; i++) {
    if (await holds()) return;
    await pause(10);
  }
  assert.fail('it did not come about');
}
