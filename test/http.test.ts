import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { onlyYou } from '#platform/access/audience-words.ts';
import { Refused, Stale } from '#platform/errors.ts';
import { line, prose, version } from '#platform/http/input.ts';
import { action, bytes, page, publicAction, see, type Feature } from '#platform/http/route.ts';
import { createServer } from '#platform/http/server.ts';
import { encodeSaid } from '#platform/http/said.ts';
import { layout } from '#ui/layout.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { problemPage } from '#ui/problem.ts';
import { makePerson, makeSchool } from './factories.ts';
import { testSite, type TestSite } from './site.ts';

/** What the server does for every feature, seen from outside, with a feature made for it. */

const common = { purpose: 'learning', access: 'signed-in' } as const;
const size = 100_000;

const notePage = page('/note', {
  ...common,
  load: async (visit) => ({ form: visit.formAt('/note') }),
  view: (data) => ({
    title: 'A note',
    audience: onlyYou(),
    body: html`${form({ ...data.form, button: 'Save' }, (f) => f.textarea({ name: 'text', label: 'Text' }))}`,
  }),
});
const noteAction = action('/note', {
  ...common,
  input: z.object({ text: prose('Write a sentence.', 50) }),
  page: notePage,
  async run(change, { text }) {
    if (text.includes('taken')) throw new Refused({ text: 'Somebody wrote this already.' });
    await change.record({ kind: 'noted' });
    return see('/note', 'Your note is saved.', '/note/undo');
  },
});
const staleAction = action('/note/old', {
  ...common,
  input: z.object({ version: version(), text: line() }),
  async run(change) {
    throw new Stale({
      version: 4,
      writtenBy: 'Tomos Bevan',
      writtenAt: change.now,
      fields: [{ name: 'text', label: 'Text', text: 'What Tomos wrote' }],
    });
  },
});
const closedAction = action('/note/closed', {
  ...common,
  input: z.object({}),
  page: notePage,
  run: async () => {
    throw new Refused('It was closed meanwhile.');
  },
});
const silentAction = action('/silent', { ...common, input: z.object({}), run: async () => see('/note') });
const fileAction = action('/file', {
  ...common,
  unrecorded: 'only looks',
  uploads: size,
  input: z.object({ title: line() }),
  run: async (change, { title }) =>
    see(`/note?${change.uploads.map(({ name, bytes: n }) => `${name}=${n}`)}&${title}`),
});
const openAction = publicAction('/open', {
  purpose: 'learning',
  input: z.object({}),
  run: async () => see('/note'),
});
const brokenBytes = bytes('/broken', {
  ...common,
  send: async () => {
    throw new Error('a fault');
  },
});

const feature: Feature = {
  name: 'test',
  routes: [
    notePage,
    noteAction,
    closedAction,
    staleAction,
    silentAction,
    fileAction,
    openAction,
    brokenBytes,
  ],
};

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
      {
        path: `/assets/${name}`,
        type: 'text/plain',
        body: Buffer.from('body{}'),
        brotli: Buffer.from('packed'),
      },
    ]),
  ),
  cookieName: 'staffroom',
  secure: false,
});
const own: TestSite = { ...site, app };
const ann = await makePerson(site.db, school, { name: 'Ann Lee' });
const cookie = await site.cookieOf(ann);
const cookies = { [cookie.name]: cookie.value };

const send = async (
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  signedIn = true,
) => {
  const answer = await own.app.inject({
    method: 'POST',
    url,
    cookies: signedIn ? cookies : {},
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
  return { status: answer.statusCode, to: String(answer.headers.location ?? ''), text: answer.body, answer };
};

const events = async () =>
  (await site.db.selectFrom('event').select('id').where('owner_id', '=', school.id).execute()).length;

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

test('what was done is said once, with a way back, and only within the site', async () => {
  const done = await send('/note', { text: 'x' });
  const said = done.answer.cookies.find(({ name }) => name === 'staffroom_said')!;
  assert.equal(said.httpOnly, true);
  const first = await own.app.inject({ url: '/note', cookies: { ...cookies, staffroom_said: said.value } });
  assert.match(first.body, /Your note is saved\./);
  assert.match(first.body, /action="\/note\/undo"/);
  assert.equal(
    first.cookies.find(({ name }) => name === 'staffroom_said')?.value,
    '',
    'the cookie should be cleared',
  );

  const forged = encodeSaid({ text: '<b>Bold</b>', undo: '//elsewhere.example' });
  const shown = await own.app.inject({ url: '/note', cookies: { ...cookies, staffroom_said: forged } });
  assert.match(shown.body, /&lt;b&gt;Bold/);
  assert.doesNotMatch(shown.body, /elsewhere/);
  assert.equal(
    (await own.app.inject({ url: '/note', cookies: { ...cookies, staffroom_said: 'not json' } })).statusCode,
    200,
  );
});

test('what cannot be accepted comes back as it was written, with the reason beside it', async () => {
  for (const [text, reason] of [
    ['', 'Write a sentence.'],
    ['taken: "quoted" <b>', 'Somebody wrote this already.'],
  ] as const) {
    const answer = await send('/note', { text });
    assert.equal(answer.status, 422);
    assert.match(answer.text, new RegExp(reason));
    assert.match(answer.text, /<h1>A note/);
    if (text) assert.match(answer.text, /taken: &quot;quoted&quot; &lt;b&gt;/);
  }
});

test('when the page that comes back has no such form, what was wrong is said above it', async () => {
  const answer = await send('/note/closed', {});
  assert.equal(answer.status, 422);
  assert.match(answer.text, /role="status">\s*<p>[^]*It was closed meanwhile\./);
});

test('whoever was signed out while writing gets the text back, and nothing is changed', async () => {
  const before = await events();
  const answer = await send(
    '/note',
    { text: 'Half an hour of thinking', password: 'three quiet words' },
    {},
    false,
  );
  assert.equal(answer.status, 401);
  assert.match(answer.text, /Half an hour of thinking/);
  assert.doesNotMatch(answer.text, /three quiet words/);
  assert.equal(await events(), before);
});

test('saving over somebody else’s text shows both and changes neither', async () => {
  const before = await events();
  const answer = await send('/note/old', { version: '3', text: 'What I wrote' });
  assert.equal(answer.status, 409);
  for (const words of ['What I wrote', 'What Tomos wrote', 'Tomos Bevan'])
    assert.ok(answer.text.includes(words), words);
  assert.match(answer.text, /name="version" value="4"/);
  assert.equal(await events(), before);
});

test('a change that records nothing is not made', async () => {
  assert.equal((await send('/silent', {})).status, 500);
  assert.match(String(site.problems.pop()), /recorded nothing/);
});

test('a fault says so, gives the text back and tells no secret', async () => {
  const answer = await own.app.inject({ url: '/broken', cookies });
  assert.equal(answer.statusCode, 500);
  assert.doesNotMatch(answer.body, /a fault|node_modules/);
  assert.match(String(site.problems.pop()), /a fault/);
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
