import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { deliver } from '#test/deliver.ts';
import { readyRecording, recordingScene } from '../recordings.scene.ts';

/** Ann's recording, which Tomos and she have noted on and shared. */
async function bothNoted() {
  const all = await recordingScene();
  const recording = await readyRecording(all, { withFilm: true });
  const [ann, tomos] = [await all.as('ann'), await all.as('tomos')];
  const noteOf = async (who: typeof ann, text: string): Promise<string> => {
    const id = newId(all.site.clock.now);
    await who.post(`${recording.address}/notes`, { id, at: '0:02', sort: 'describe', text });
    await who.post(`${recording.address}/notes/${id}/share`);
    return id;
  };
  const annsNote = await noteOf(ann, 'Owen looks up');
  await noteOf(tomos, 'Two hands go up');
  return { all, ann, tomos, annsNote, at: recording.address };
}

/** The same, and both are ready to talk about it. */
async function bothReady() {
  const scene = await bothNoted();
  for (const each of [scene.ann, scene.tomos]) await each.post(`${scene.at}/ready`, { all: 'yes' });
  await deliver(scene.all.site);
  return scene;
}

const waits = async (who: { get(path: string): Promise<{ text: string }> }): Promise<string> =>
  (await who.get('/today')).text.replaceAll(/\s+/g, ' ');

test('an answer waits for whoever wrote the note, with whose recording it is, until they open it', async () => {
  const { all, ann, tomos, annsNote, at } = await bothReady();
  await ann.post(`${at}/notes/${annsNote}/replies`, { text: 'At the strip, I think' });
  await deliver(all.site);
  assert.doesNotMatch(await waits(ann), /answered a note/, 'not of one’s own');
  await tomos.post(`${at}/notes/${annsNote}/replies`, { text: 'Before you ask?' });
  await deliver(all.site);
  assert.match(await waits(ann), /Somebody answered a note of yours on a recording of yours/);
  assert.equal((await ann.get(`${at}/notes/${annsNote}`)).status, 200);
  assert.doesNotMatch(await waits(ann), /Take off my list: Somebody answered/);
  await tomos.post(`${at}/notes/${annsNote}/replies`, { text: 'Or after?' });
  await deliver(all.site);
  assert.match(await waits(ann), /Take off my list: Somebody answered/, 'the next one waits again');
});

test('whoever is not ready hears nothing of an answer, since they do not read it yet', async () => {
  const { all, ann, tomos, annsNote, at } = await bothNoted();
  await tomos.post(`${at}/ready`, { all: 'yes' });
  const answer = await tomos.post(`${at}/notes/${annsNote}/replies`, { text: 'Before you ask?' });
  assert.equal(answer.status, 303);
  await deliver(all.site);
  assert.doesNotMatch(await waits(ann), /answered a note/);
});

test('that the talk is open waits for those who note, and no more once it is closed or they are not shown it', async () => {
  const { all, ann, tomos, at } = await bothReady();
  await ann.post(`${at}/open-talk`);
  await deliver(all.site);
  assert.match(await waits(tomos), /Ann Puw opened the talk about a recording/);
  assert.doesNotMatch(await waits(ann), /opened the talk/);
  await tomos.get(at);
  assert.doesNotMatch(await waits(tomos), /Take off my list: Ann Puw opened/, 'he opened it');
  await ann.post(`${at}/close-talk`);
  await ann.post(`${at}/open-talk`);
  await ann.post(`${at}/close-talk`);
  await deliver(all.site);
  assert.doesNotMatch(await waits(tomos), /Take off my list: .{0,20}talk/);
});
