import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from '#test/site.ts';
import { notesScene } from '../notes/notes.scene.ts';

async function reelScene() {
  const all = await notesScene();
  const { address, ann } = all;
  const reel = `${address}/reel`;
  return {
    ...all,
    reel,
    add: (from: string, until: string, title = '', who = ann) =>
      who.post(`${reel}/clips`, { from, until, title }),
    /** The clips of a page in their order: their times and titles. */
    clips: async (who: Browser = ann) =>
      [
        ...(await who.get(reel)).text.matchAll(/play-clip" href="[^"]*\?t=([^#"]+)#player"[^]*?<\/a\s*>/g),
      ].map(([link, times]) => [times, /<bdi>([^<]*)<\/bdi>/.exec(link)?.[1] ?? ''].join(' ').trim()),
    ids: async () =>
      (
        await all.db
          .selectFrom('recording_clip')
          .select('id')
          .where('owner_id', '=', all.school.id)
          .orderBy('position')
          .execute()
      ).map(({ id }) => id),
  };
}

test('stretches are typed in, put in order by buttons, given titles, and each plays by its link', async () => {
  const { ann, reel, address, add, clips, ids } = await reelScene();
  assert.match((await ann.get(address)).text, /Choose clips/);
  assert.match((await ann.get(reel)).text, /There is no clip yet/);
  assert.equal((await add('0:12.5', '0:20', 'The question')).status, 303);
  assert.equal((await add('1:00', '1:10')).status, 303);
  assert.equal((await add('0:30', '0:40', 'Pair talk')).status, 303);
  assert.deepEqual(await clips(), ['12.5,20 The question', '60,70', '30,40 Pair talk']);
  const [first, , last] = await ids();
  assert.equal((await ann.post(`${reel}/clips/${last}/up`, {})).status, 303);
  assert.deepEqual(await clips(), ['12.5,20 The question', '30,40 Pair talk', '60,70']);
  assert.equal((await ann.post(`${reel}/clips/${first}/down`, {})).status, 303);
  assert.equal((await ann.post(`${reel}/clips/${last}/up`, {})).status, 422);
  const changed = await ann.post(`${reel}/clips/${first}`, { from: '0:13', until: '0:21', title: 'A <b>' });
  assert.equal(changed.status, 303);
  assert.deepEqual(await clips(), ['30,40 Pair talk', '13,21 A &lt;b&gt;', '60,70']);
  assert.match((await ann.get(`${reel}?t=13,21`)).text, /src="\/recordings\/[^"]+\/play#t=13,21"/);
});

test('what cannot be a clip is said, and the words stay', async () => {
  const { add, reel, tomos } = await reelScene();
  const wrong = await add('soon', '0:10', 'Kept words');
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Write the time as 3:07/);
  assert.match(wrong.text, /Kept words/);
  assert.match((await add('0:10', '0:10')).text, /A stretch ends after it begins/);
  assert.match((await add('1:00:00', '1:00:05')).text, /This recording ends at 1:00:00/);
  assert.equal((await tomos.post(`${reel}/share`, {})).status, 422);
});

test('a clip is taken away and comes back to its place', async () => {
  const { ann, reel, add, clips, ids } = await reelScene();
  await add('0:10', '0:20', 'One');
  await add('0:20', '0:30', 'Two');
  const [one] = await ids();
  const gone = await ann.post(`${reel}/clips/${one}/end`, {});
  assert.equal(gone.status, 303);
  assert.deepEqual(await clips(), ['20,30 Two']);
  assert.equal((await ann.post(`${reel}/clips/${one}/end`, {})).status, 404);
  assert.equal((await ann.post(`${reel}/clips/${one}/bring-back`, {})).status, 303);
  assert.deepEqual(await clips(), ['10,20 One', '20,30 Two']);
});

test('a reel is its chooser’s alone until it is shared, and others play it when they are ready', async () => {
  const { ann, tomos, huw, beth, reel, add, clips, ids, ready } = await reelScene();
  await add('0:10', '0:20', 'One');
  assert.deepEqual(await clips(tomos), []);
  assert.equal((await ann.post(`${reel}/share`, {})).status, 303);
  assert.deepEqual(await clips(tomos), []);
  await ready(tomos, false);
  assert.deepEqual(await clips(tomos), ['10,20 One']);
  assert.match((await tomos.get(reel)).text, /Chosen by Ann/);
  await add('0:20', '0:30', 'Added later');
  assert.deepEqual(await clips(tomos), ['10,20 One']);
  const [one] = await ids();
  for (const part of ['', '/up', '/down', '/end'])
    assert.equal(
      (await tomos.post(`${reel}/clips/${one}${part}`, { from: '1', until: '2' })).status,
      404,
      part,
    );
  assert.equal((await ann.post(`${reel}/keep-back`, {})).status, 303);
  assert.deepEqual(await clips(tomos), []);
  for (const other of [huw, beth]) assert.equal((await other.get(reel)).status, 403);
});

test('stretches of notes become clips, but of none that one does not see', async () => {
  const { ann, tomos, reel, note, clips } = await reelScene();
  const mine = await note(ann, 'Two  look\nat each other', { at: '0:10', until: '0:15' });
  const point = await note(ann, 'A moment', { at: '0:30' });
  const hidden = await note(tomos, 'Tomos wrote this', { at: '0:40', until: '0:50' });
  const page = (await ann.get(reel)).text;
  assert.match(page, /0:10–0:15 Two {2}look/);
  assert.doesNotMatch(page, /A moment|Tomos wrote/);
  assert.equal((await ann.post(`${reel}/from-notes`, { notes: [hidden, point] })).status, 422);
  assert.equal((await ann.post(`${reel}/from-notes`, { notes: [mine, hidden] })).status, 303);
  assert.deepEqual(await clips(), ['10,15 Two look at each other']);
  assert.doesNotMatch((await ann.get(reel)).text, /take stretches from notes/);
});
