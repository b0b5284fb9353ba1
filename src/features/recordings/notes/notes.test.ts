import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notesScene } from './notes.scene.ts';

test('a note is written at a moment or over a stretch, with words and tags, and plays from there', async () => {
  const { ann, address, note } = await notesScene();
  const id = await note(ann, 'Gwen turns to the wall', { until: '3:20', tags: ['talk/silence'] });
  const { text } = await ann.get(address);
  assert.match(text, /3:07–3:20/);
  assert.match(text, /Gwen turns to the wall/);
  assert.match(text, /<span class="chip">Silence<\/span>/);
  assert.match(text, /\?t=187,200#player/);
  assert.match((await ann.get(`${address}?t=187,200`)).text, /src="\/recordings\/[^"]+\/play#t=187,200"/);
  assert.match((await ann.get(`${address}/notes/${id}`)).text, /Only you, until you share it/);
});

test('what cannot be read is said all at once, and the words stay in the form', async () => {
  const { ann, address } = await notesScene();
  const send = (fields: Record<string, string>) =>
    ann.post(`${address}/notes`, { id: crypto.randomUUID(), sort: 'describe', ...fields });
  const both = await send({ at: 'soon', until: '2:', text: 'Kept words' });
  assert.equal(both.status, 422);
  assert.match(both.text, /Write the time as 3:07/);
  assert.match(both.text, /Kept words/);
  assert.match((await send({ at: '3:07', until: '3:00', text: 'x' })).text, /A stretch ends after it begins/);
  assert.match((await send({ at: '1:00:01', text: 'x' })).text, /This recording ends at 1:00:00/);
  assert.match((await send({ at: '3:07', text: '' })).text, /Write a word or two, or choose a tag/);
  assert.equal((await send({ at: '3:07', text: '', tags: '<b>' })).status, 422);
});

test('a note that is sent again is there once, and nobody takes the id of another’s', async () => {
  const { ann, tomos, address, db, school } = await notesScene();
  const id = crypto.randomUUID();
  const fields = { id, at: '10', sort: 'describe', text: 'Once', queued: 'yes' };
  for (let times = 0; times < 3; times++) {
    const answer = await ann.post(`${address}/notes`, fields);
    assert.deepEqual([answer.status, JSON.parse(answer.text)], [200, { kept: id }]);
  }
  assert.equal((await tomos.post(`${address}/notes`, { ...fields, text: 'Mine now' })).status, 422);
  const rows = await db
    .selectFrom('recording_note')
    .select(['text', 'from_ms'])
    .where('owner_id', '=', school.id)
    .execute();
  assert.deepEqual(rows, [{ text: 'Once', from_ms: 10_000 }]);
});

test('its writer changes a note; one saved meanwhile is shown beside it, and how it read before is kept', async () => {
  const { ann, tomos, address, note, ready } = await notesScene();
  const id = await note(ann, 'First words');
  const edit = `${address}/notes/${id}/edit`;
  assert.match((await ann.get(edit)).text, /First words/);
  const saved = await ann.post(edit, { at: '3:08.5', sort: 'describe', text: 'Second words', version: '1' });
  assert.equal(saved.status, 303);
  const late = await ann.post(edit, { at: '3:08', sort: 'describe', text: 'Third words', version: '1' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Second words/);
  assert.match(late.text, /Third words/);
  const page = (await ann.get(`${address}/notes/${id}`)).text;
  assert.match(page, /How it read before[^]*First words/);
  await ready(ann);
  await ready(tomos);
  assert.doesNotMatch((await tomos.get(`${address}/notes/${id}`)).text, /First words/);
  for (const part of ['edit', 'withdraw', 'share', 'keep-back']) {
    const fields = { at: '1', sort: 'describe', text: 'Not his', version: '2' };
    const answer = await tomos.post(`${address}/notes/${id}/${part}`, fields);
    assert.equal(answer.status, 404, part);
  }
  assert.equal((await tomos.get(edit)).status, 403);
});

test('a note is taken away and comes back; its answers go and come with it', async () => {
  const { ann, tomos, address, note, ready } = await notesScene();
  const id = await note(ann, 'A question hung in the room');
  for (const who of [ann, tomos]) await ready(who);
  const thread = `${address}/notes/${id}`;
  assert.equal((await tomos.post(`${thread}/replies`, { text: 'For four seconds' })).status, 303);
  assert.match((await ann.get(thread)).text, /For four seconds[^]*Tomos Bevan/);
  assert.match((await ann.get(address)).text, />1 answer</);
  assert.equal((await ann.post(`${thread}/withdraw`)).status, 303);
  for (const who of [ann, tomos]) {
    assert.equal((await who.get(thread)).status, 404);
    assert.doesNotMatch((await who.get(address)).text, /hung in the room/);
  }
  assert.equal((await ann.post(`${thread}/bring-back`)).status, 303);
  assert.match((await tomos.get(thread)).text, /hung in the room[^]*For four seconds/);
});

test('an answer is taken away by its writer alone, and comes back', async () => {
  const { ann, tomos, address, note, ready, db, school } = await notesScene();
  const id = await note(ann, 'Three hands');
  for (const who of [ann, tomos]) await ready(who);
  await tomos.post(`${address}/notes/${id}/replies`, { text: 'Four, I think' });
  const { id: replyId } = await db
    .selectFrom('recording_reply')
    .select('id')
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  const reply = `${address}/notes/${id}/replies/${replyId}`;
  assert.equal((await ann.post(`${reply}/end`)).status, 404);
  assert.equal((await tomos.post(`${reply}/end`)).status, 303);
  assert.doesNotMatch((await ann.get(`${address}/notes/${id}`)).text, /Four, I think/);
  assert.equal((await tomos.post(`${reply}/bring-back`)).status, 303);
  assert.match((await ann.get(`${address}/notes/${id}`)).text, /Four, I think/);
});

test('notes are narrowed by words, person, tag, sort and stretch, a hundred to a page', async () => {
  const { ann, address, note, people } = await notesScene();
  await note(ann, 'Early, quiet', { at: '0:10', tags: ['talk/silence'] });
  await note(ann, 'Late 100% loud', { at: '50:00', until: '51:00', sort: 'judge' });
  const shows = async (query: string) => {
    const { text } = await ann.get(`${address}?${query}`);
    return [/Early, quiet/.test(text), /Late 100% loud/.test(text)];
  };
  assert.deepEqual(await shows('words=QUIET'), [true, false]);
  assert.deepEqual(await shows('words=100%25'), [false, true]);
  assert.deepEqual(await shows('words=_arly'), [false, false]);
  assert.deepEqual(await shows('tag=talk%2Fsilence'), [true, false]);
  assert.deepEqual(await shows('sort=judge'), [false, true]);
  assert.deepEqual(await shows('from=50:30&until=50:40'), [false, true]);
  assert.deepEqual(await shows(`person=${people.ann.personId}`), [true, true]);
  assert.deepEqual(await shows(`person=${people.tomos.personId}`), [false, false]);
  assert.deepEqual(await shows("words='&person=x&from=y&sort=z"), [false, false]);
});

test('tags are counted, and time that two stretches cover is counted once', async () => {
  const { ann, address, note } = await notesScene();
  const silence = { tags: ['talk/silence'] };
  await note(ann, 'One', { at: '1:00', until: '3:00', ...silence });
  await note(ann, 'Two', { at: '2:00', until: '4:00', ...silence });
  await note(ann, 'Three', { at: '30:00', until: '36:00', ...silence });
  const { text } = await ann.get(address);
  assert.match(text, /Tags in this clip[^]*Silence<\/a>[^]*>3<[^]*>9:00<[^]*>15%</);
  assert.match(text, /facts about one clip/);
});
