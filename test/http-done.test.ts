import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { encodeSaid } from '#platform/http/said.ts';
import { cookies, events, own, send, site } from './http-site.ts';

/** What an action answers, and what follows it. */

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

test('what follows a change is done when it is saved; where it fails, the page says that the change stands', async () => {
  const before = await events();
  const answer = await send('/note', { text: 'something follows' });
  assert.equal(answer.status, 500);
  assert.match(answer.text, /Your change was saved/);
  assert.doesNotMatch(answer.text, /Nothing was changed|something follows/);
  assert.match(String(site.problems.pop()), /a fault that follows/);
  assert.equal(await events(), before + 1);
});

test('a change may be answered by a page that no address leads back to', async () => {
  const answer = await send('/note/once', {});
  assert.equal(answer.status, 200);
  assert.match(answer.text, /the secret of Ann Lee/);
  assert.equal(answer.answer.headers['cache-control'], 'private, no-store');
});

test('a page is told from a redirect by what it is, not by the names in it', async () => {
  const { statusCode, body } = await own.app.inject({ url: '/note/like-see', cookies });
  assert.equal(statusCode, 200);
  assert.match(body, /<h1>\/elsewhere/);
});

test('when only the tidying after a change fails, it is reported and nobody is told that the change failed', async () => {
  const { db, nudge } = site.services;
  let nudged = 0;
  site.services.nudge = () => void nudged++;
  await sql`alter table draft rename to draft_away`.execute(db);
  const before = await events();
  const answer = await send('/note', { text: 'x', draft_key: 'note' });
  await sql`alter table draft_away rename to draft`.execute(db);
  site.services.nudge = nudge;
  assert.equal(answer.status, 303);
  assert.equal(await events(), before + 1);
  assert.equal(nudged, 1);
  assert.match(String(site.problems.pop()), /draft/);
});

test('a change that records nothing is not made', async () => {
  assert.equal((await send('/silent', {})).status, 500);
  assert.match(String(site.problems.pop()), /recorded nothing/);
});
