import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepDraft, selectDraft } from '#platform/drafts/drafts.ts';
import { addCatalogue } from '#platform/i18n/i18n.ts';
import { decodeSaid } from '#platform/http/said.ts';
import { ann, cookies, events, own, school, send, site } from './http-site.ts';

/** Nothing that somebody wrote is lost, whatever becomes of the sending. */

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

test('what was wrong, and what was done, is said in the language of whoever asked', async () => {
  addCatalogue('cy', {
    'Write a sentence.': 'Ysgrifennwch frawddeg.',
    'This is too long: {n} characters at most, and it has {length}.':
      'Mae hyn yn rhy hir: {n} nod ar y mwyaf, ac mae ganddo {length}.',
    'Somebody wrote this already.': 'Mae rhywun wedi ysgrifennu hyn yn barod.',
    'Your note is saved.': 'Cadwyd eich nodyn.',
  });
  const speak = (locale: string | null) =>
    site.db.updateTable('person').set({ locale }).where('id', '=', ann.personId).execute();
  await speak('cy');
  assert.match((await send('/note', { text: '' })).text, /Ysgrifennwch frawddeg\./);
  assert.match(
    (await send('/note', { text: 'x'.repeat(51) })).text,
    /rhy hir: 50 nod ar y mwyaf, ac mae ganddo 51/,
  );
  assert.match((await send('/note', { text: 'taken' })).text, /wedi ysgrifennu hyn/);
  const done = await send('/note', { text: 'x' });
  const said = done.answer.cookies.find(({ name }) => name === 'staffroom_said')!;
  assert.equal(decodeSaid(said.value)?.text, 'Cadwyd eich nodyn.');
  await speak(null);
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
  assert.doesNotMatch(answer.text, /three quiet words|Nothing is lost/);
  assert.match(answer.text, /Type the password again; whatever else you wrote is below\./);
  assert.match(answer.text, /Only you see this answer/);
  assert.equal(await events(), before);
});

test('words for something that is gone, or is for others now, are given back to copy', async () => {
  const gone = await send('/note', { text: 'All is gone', kind: 'reading', id: 'a-1' });
  assert.equal(gone.status, 404);
  assert.match(gone.text, /<p class="as-written">All is gone<\/p>/);
  assert.doesNotMatch(gone.text, /reading|a-1|Send it again/);
  const others = await send('/note/heads', { text: 'Words for the heads', password: 'Three quiet words' });
  assert.equal(others.status, 403);
  assert.match(others.text, /<p class="as-written">Words for the heads<\/p>/);
  assert.doesNotMatch(others.text, /quiet words/);
  const forged = await send(
    '/note/heads',
    { text: 'Words of another site' },
    { 'sec-fetch-site': 'cross-site' },
  );
  assert.doesNotMatch(forged.text, /Words of another/);
});

test('what can be sent again shows words to change and carries the rest unseen, under no made-up names', async () => {
  const fields = { whyNot: 'Half an hour of thinking', days: 'tuesday', programme_id: 'a-1' };
  const { text } = await send('/note', fields, {}, false);
  assert.match(text, /<label[^>]*>\s*What you wrote\b/);
  assert.match(text, /<textarea[^>]*name="whyNot"[^>]*>\s*Half an hour of thinking/);
  for (const [name, value] of [
    ['days', 'tuesday'],
    ['programme_id', 'a-1'],
  ])
    assert.match(text, new RegExp(`type="hidden" name="${name}" value="${value}"`));
  assert.doesNotMatch(text, /Why not|Programme id/);
});

test('the browser is told whose words have been taken, and of nothing else', async () => {
  const told = async (fields: Record<string, string>, signedIn = true) => {
    const { answer } = await send('/note', { draft_key: 'note/1', ...fields }, {}, signedIn);
    return answer.cookies.find(({ name }) => name === 'staffroom_taken');
  };
  const taken = await told({ text: 'x' });
  assert.equal(taken?.value, `${school.id}:note/1`);
  assert.equal(taken.httpOnly, undefined, 'the browser’s half has to read it');
  assert.equal(
    (await told({ text: '' }))?.value,
    `${school.id}:note/1`,
    'what was refused is kept as a draft',
  );
  assert.equal(await told({ text: 'gone' }), undefined);
  assert.equal(await told({ text: 'x' }, false), undefined);
});

test('nothing is said to be taken of a form for anybody that was refused, for nothing of it is kept', async () => {
  const { answer } = await send('/open', { draft_key: 'open/1', text: 'refuse' });
  assert.equal(answer.statusCode, 422);
  assert.equal(
    answer.cookies.find(({ name }) => name === 'staffroom_taken'),
    undefined,
  );
});

test('where the form’s page leads elsewhere by now, words and reason are given back all the same', async () => {
  const { status, text } = await send('/note/moved', { text: 'Half an hour of thinking' });
  assert.equal(status, 422);
  assert.match(text, /It was closed meanwhile\./);
  assert.match(text, /Half an hour of thinking/);
});

test('what the browser has not heard of yet is told again with the next, each once', async () => {
  const told = async (before: string) => {
    const answer = await own.app.inject({
      method: 'POST',
      url: '/note',
      cookies: { ...cookies, staffroom_taken: before },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'text=x&draft_key=note/2',
    });
    return answer.cookies.find(({ name }) => name === 'staffroom_taken')?.value;
  };
  const [one, two] = [`${school.id}:note/1`, `${school.id}:note/2`];
  assert.equal(await told(one), `${one}\n${two}`);
  assert.equal(await told(`${two}\n${one}`), `${one}\n${two}`);
});

test('words that were saved do not come up as a draft, even where what should have followed failed', async () => {
  const writer = { personId: ann.personId, organisationId: school.id };
  await keepDraft(site.db, writer, 'note/half', { text: 'it follows' }, new Date());
  const answer = await send('/note', { text: 'it follows', draft_key: 'note/half' });
  assert.equal(answer.status, 500);
  site.problems.pop();
  assert.equal(await selectDraft(site.db, writer, 'note/half'), undefined);
  assert.ok(answer.answer.cookies.some(({ value }) => value.endsWith('note/half')));
});

test('saving over somebody else’s text shows both and changes neither', async () => {
  const before = await events();
  const answer = await send('/note/old', { version: '3', text: 'What I wrote' });
  assert.equal(answer.status, 409);
  for (const words of ['What I wrote', 'What Tomos wrote', 'Tomos Bevan'])
    assert.ok(answer.text.includes(words), words);
  assert.match(answer.text, /name="version" value="4"/);
  assert.match(answer.text, /Tomos Bevan saved this on 22 November 2026 at 14:05\./);
  assert.equal(await events(), before);
});

test('whoever saved over it themself, in another window or on another device, is told so', async () => {
  const { status, text } = await send('/note/old', { version: '3', text: 'own words' });
  assert.equal(status, 409);
  assert.match(text, /<h1[^>]*>You saved this somewhere else/);
  assert.match(text, /You saved it there on 22 November 2026 at 14:05\./);
  assert.match(text, /As you saved it there: Text/);
  assert.doesNotMatch(text, /Somebody|by Ann Lee|Ann Lee saved/);
});

test('where the writer is not known, nobody is named as if they were called Somebody', async () => {
  const { status, text } = await send('/note/old', { version: '3', text: 'unknown' });
  assert.equal(status, 409);
  assert.match(text, /<h1[^>]*>Somebody saved this while you were writing/);
  assert.match(text, /This was saved on 22 November 2026 at 14:05\./);
  assert.match(text, /As it was saved: Text/);
  assert.match(text, /Leave it as it was saved/);
  assert.doesNotMatch(text, /Somebody saved it|As Somebody/);
});

test('a tick that shows something to others is sent again only where one sees it, and not ticked by itself', async () => {
  const { text } = await send('/note/old', { version: '3', text: 'mine', shown: 'yes', other: 'kept' });
  assert.match(text, /type="hidden" name="other" value="kept"/);
  assert.doesNotMatch(text, /type="hidden" name="shown"/);
  const [tick = ''] = /<input[^>]*name="shown"[^>]*>/.exec(text) ?? [];
  assert.match(tick, /type="checkbox"/);
  assert.doesNotMatch(tick, /checked/);
});

test('a fault says so, gives the text back and tells no secret', async () => {
  const answer = await own.app.inject({ url: '/broken', cookies });
  assert.equal(answer.statusCode, 500);
  assert.doesNotMatch(answer.body, /a fault|node_modules/);
  assert.match(String(site.problems.pop()), /a fault/);
});

const boundary = 'boundary';
const withPhoto = {
  method: 'POST',
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  payload:
    `--${boundary}\r\ncontent-disposition: form-data; name="photo"; filename="board.jpg"\r\n\r\nx\r\n` +
    `--${boundary}\r\ncontent-disposition: form-data; name="title"\r\n\r\nMy words\r\n--${boundary}--\r\n`,
} as const;

test('whoever may not do it any more is told of the files as well as of the words', async () => {
  const { statusCode, body } = await own.app.inject({ ...withPhoto, url: '/note/heads', cookies });
  assert.equal(statusCode, 403);
  assert.match(body, /My words/);
  assert.match(body, /These files were not kept: board\.jpg\./);
});

test('where files cannot be kept, the page that gives the words back names them', async () => {
  const { statusCode, body } = await own.app.inject({ ...withPhoto, url: '/file' });
  assert.equal(statusCode, 401);
  assert.match(body, /My words/);
  assert.match(body, /These files could not be kept: board\.jpg\./);
});

test('what somebody wrote is not done in the name of whoever signed in since, nor shown to them', async () => {
  const before = await events();
  const another = `${school.id} 019a0000-0000-7000-8000-00000000abcd`;
  const answer = await send('/note', { text: 'For nobody else', drawn_for: another });
  assert.equal(answer.status, 409);
  assert.match(answer.text, /This was written by somebody else/);
  assert.doesNotMatch(answer.text, /For nobody else/);
  assert.equal(await events(), before);
});

test('a form drawn in one organisation is not carried out in another, and its words come back', async () => {
  const page = await own.app.inject({ url: '/note', cookies });
  const drawn = `${school.id} ${ann.personId}`;
  assert.ok(page.body.includes(`<input type="hidden" name="drawn_for" value="${drawn}" />`), page.body);
  const before = await events();
  const elsewhere = '019a0000-0000-7000-8000-00000000abcd';
  const answer = await send('/note', { text: 'Written for the others', drawn_for: elsewhere });
  assert.equal(answer.status, 409);
  assert.match(answer.text, /You are in another school now/);
  assert.match(answer.text, /Written for the others/);
  assert.equal(answer.text.match(/name="drawn_for" value="([^"]+)"/)?.[1], elsewhere, 'it stays of there');
  assert.equal(await events(), before);
  assert.equal((await send('/note', { text: 'Written for us', drawn_for: drawn })).status, 303);
  assert.equal(
    (await send('/open', { drawn_for: elsewhere })).status,
    303,
    'what is for anyone goes through',
  );
});
