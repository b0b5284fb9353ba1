import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson } from './factories.ts';
import { cookie, cookies, events, own, school, send, site, size } from './http-site.ts';

/** Whom and what the server believes, takes and keeps, for every feature. */

test('a write is believed from our own pages only', async () => {
  const fetched = (value: string) => send('/note', { text: 'x' }, { 'sec-fetch-site': value });
  assert.equal((await fetched('same-origin')).status, 303);
  for (const from of ['cross-site', 'same-site', '']) assert.equal((await fetched(from)).status, 403, from);
  const before = await events();
  const origin = (value: string) => send('/note', { text: 'x' }, { origin: value, host: 'school.example' });
  assert.equal((await origin('https://school.example')).status, 303);
  for (const from of ['https://elsewhere.example', 'https://school.example:8443', 'null', 'nonsense'])
    assert.equal((await origin(from)).status, 403, from);
  assert.equal(await events(), before + 1);
});

test('a session that is carried on has its cookie carried on too', async () => {
  const of = async () => {
    const { cookies: set } = await own.app.inject({ url: '/note', cookies });
    return set.find(({ name }) => name === 'staffroom');
  };
  await of();
  assert.equal(await of(), undefined);
  site.clock.move(11 * 60_000);
  const carried = await of();
  assert.deepEqual([carried?.value, carried?.maxAge, carried?.httpOnly], [cookie.value, 30 * 86_400, true]);
});

test('only forms are read: anything else is refused in words, and changes nothing', async () => {
  const before = await events();
  for (const [type, payload] of [
    ['application/json', '{"text":"x"}'],
    ['text/plain', 'text=x'],
  ] as const) {
    const sent = {
      method: 'POST',
      url: '/note',
      cookies,
      headers: { 'content-type': type },
      payload,
    } as const;
    const { statusCode, body } = await own.app.inject(sent);
    assert.equal(statusCode, 415, type);
    assert.match(body, /a form that this page does not read/);
  }
  assert.equal(await events(), before);
});

const upload = (bytesInFile: number, path = '/file') => {
  const boundary = 'boundary';
  const payload = Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="title"\r\n\r\nA photo\r\n`),
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="photo"; filename="a.txt"\r\n\r\n`),
    Buffer.alloc(bytesInFile, 'a'),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  return own.app.inject({ method: 'POST', url: path, cookies, headers, payload });
};

test('a file is taken up to the form’s limit, and where the form takes none it is refused', async () => {
  const taken = await upload(size - 1);
  assert.equal(taken.statusCode, 303, taken.body);
  assert.equal(taken.headers.location, `/note?a.txt=${size - 1}&A photo`);
  assert.equal((await upload(size + 1)).statusCode, 422);
  const none = await upload(10, '/note');
  assert.equal(none.statusCode, 422);
  assert.match(none.body, /takes no files/);
});

test('a form that broke off, or that cannot be read, changes nothing and is refused in words', async () => {
  const part = '--b\r\ncontent-disposition: form-data; name="title"';
  for (const [type, payload] of [
    ['multipart/form-data', 'abc'],
    ['multipart/form-data; boundary=b', `${part}\r\n\r\nA pho`],
    ['multipart/form-data; boundary=b', '--another\r\n'],
    ['multipart/form-data; boundary=b', `${part}; filename="a.txt"\r\n\r\naaa`],
  ] as const) {
    const headers = { 'content-type': type };
    const answer = await own.app.inject({ method: 'POST', url: '/file', cookies, headers, payload });
    assert.equal(answer.statusCode, 422, payload);
    assert.match(answer.body, /did not arrive whole/);
  }
});

test('a form with more than two million characters is refused in words', async () => {
  const answer = await send('/note', { text: 'x'.repeat(2_200_000) });
  assert.equal(answer.status, 413);
  assert.match(answer.text, /too large/);
});

test('every answer carries the policy that allows no inline script or style', async () => {
  for (const url of ['/note', '/nothing-here', '/assets/staffroom.css']) {
    const { headers } = await own.app.inject({ url, cookies });
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /default-src 'none'/, url);
    assert.doesNotMatch(policy, /unsafe/, url);
    assert.equal(headers['x-content-type-options'], 'nosniff', url);
  }
});

test('pages are kept by no cache, bundled files for ever', async () => {
  assert.equal(
    (await own.app.inject({ url: '/note', cookies })).headers['cache-control'],
    'private, no-store',
  );
  const css = await own.app.inject({
    url: '/assets/staffroom.css',
    headers: { 'accept-encoding': 'gzip, br' },
  });
  assert.match(String(css.headers['cache-control']), /immutable/);
  assert.equal(css.headers['content-encoding'], 'br');
});

test('a guest is told whom a page is for, in words that are right for a guest', async () => {
  const guest = await site.cookieOf(await makePerson(site.db, school, { kind: 'guest' }));
  const { statusCode, body } = await own.app.inject({
    url: '/staff-only',
    cookies: { [guest.name]: guest.value },
  });
  assert.equal(statusCode, 403);
  assert.match(body, /This page is for those who work at the school\./);
  assert.match(body, /Only you see this answer/);
  assert.doesNotMatch(body, /your school/);
});
