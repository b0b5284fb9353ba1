import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plannedScene, sendNote } from './research-lessons.scene.ts';

/** That the lesson has been held can be taken back while that changes nothing of what was seen and said. */

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** A planned lesson with a prediction of Gwen, a note of Tomos's, and word that it has been held. */
async function heldScene() {
  const all = await plannedScene();
  const [gwen, opening] = [all.pupils['Gwen']!, all.moments['Opening']!];
  const predict = (text: string, version: number) =>
    all.ann.post(`${all.lesson}/predicted`, { pupil: gwen, version, [`moment-${opening}`]: text });
  assert.equal((await predict('Waits for the others', 0)).status, 303);
  const tomos = await all.as('tomos');
  await sendNote(tomos, all.lesson, { pupil: gwen, moment: opening, text: 'Begins at once' });
  assert.equal((await all.ann.post(`${all.lesson}/held`)).status, 303);
  return { ...all, gwen, predict };
}

test('pressed too early it is taken back, and the notes are each observer’s own again', async () => {
  const { ann, lesson } = await heldScene();
  assert.match(flat((await ann.get(lesson)).text), /Begins at once/);
  const back = await ann.post(`${lesson}/not-held`);
  assert.match(flat(back.said), /not been held yet.*What you predicted stands, since everybody could read/);
  assert.doesNotMatch((await ann.get(lesson)).text, /Begins at once/);
});

test('what was predicted stands once the notes could be read, also when that was taken back', async () => {
  const { ann, lesson, predict } = await heldScene();
  await ann.post(`${lesson}/not-held`);
  const late = await predict('Begins at once, as we said', 1);
  assert.equal(late.status, 422);
  assert.match(flat(late.text), /Everybody could read all notes already: what was predicted stands\./);
  const page = flat((await ann.get(lesson)).text);
  assert.match(page, /What you predicted stands since .*16:30, when everybody could read all notes\./);
  assert.match(page, /Waits for the others/);
  assert.doesNotMatch(
    page,
    /What we predict: |Change what we predict|Write what we predict|Predict what each/,
  );
  await ann.post(`${lesson}/held`);
  assert.equal((await predict('Begins at once, as we said', 1)).status, 422);
  assert.match((await ann.get(lesson)).text, /Waits for the others[^]*Begins at once/);
});

test('it is not taken back once the group wrote what it makes of the notes', async () => {
  const { ann, as, lesson, gwen } = await heldScene();
  const said = { pupil: gwen, version: 0, finding: 'surprised', words: '' };
  assert.equal((await ann.post(`${lesson}/compared`, said)).status, 303);
  const refused = await (await as('cai')).post(`${lesson}/not-held`);
  assert.equal(refused.status, 422);
  assert.match(
    flat(refused.text),
    /You wrote what you make of the notes already, so the lesson has been held\./,
  );
  assert.match((await ann.get(lesson)).text, /Begins at once/);
});

test('it is not taken back a day after it was said first, however often it was said since', async () => {
  const { site, ann, lesson } = await heldScene();
  const hour = 60 * 60_000;
  site.clock.move(20 * hour);
  await ann.post(`${lesson}/not-held`);
  await ann.post(`${lesson}/held`);
  site.clock.move(5 * hour);
  const refused = await ann.post(`${lesson}/not-held`);
  assert.equal(refused.status, 422);
  assert.match(flat(refused.text), /more than a day ago that the lesson has been held, so that stands\./);
});
