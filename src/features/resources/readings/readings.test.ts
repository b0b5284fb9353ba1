import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { readingHref, readingsHref, resourceHref } from '../addresses.ts';
import { resourcesScene } from '../resources.scene.ts';

/** A page that Huw is asked to read, that only its author and he may open. */
async function readingScene() {
  const scene = await resourcesScene();
  const { as, write, people } = scene;
  const id = await write({ title: 'Kings' });
  const ffion = await as('ffion');
  const asked = { person: people.huw.personId, by: '2026-11-27', words: 'Is it too long?' };
  const { status, text } = await ffion.post(readingsHref(id), asked);
  assert.equal(status, 303, text);
  const page = (await ffion.get(resourceHref(id))).text;
  const reading = /readings\/([0-9a-f-]{36})/.exec(page)![1]!;
  return {
    ...scene,
    id,
    asked,
    at: readingHref(id, reading),
    to: (part: 'reply' | 'unread' | 'take-back' | 'restore') => readingHref(id, reading, part),
  };
}

test('whoever is asked opens the page, says what they see, and is answered; nobody else knows of it', async () => {
  const { as, site, id, at, to } = await readingScene();
  const [ffion, huw, sioned, head] = [
    await as('ffion'),
    await as('huw'),
    await as('sioned'),
    await as('head'),
  ];
  const today = async (who: typeof huw): Promise<string> =>
    (await who.get('/today')).text.split('Done lately')[0]!;
  await deliver(site);
  assert.match(await today(huw), /Ffion Puw asks you to read “Kings”/);
  assert.match((await huw.get(resourceHref(id))).text, /asks you to read this by/);
  assert.match((await huw.get(at)).text, /Is it too long\?[^]*Henry\./);
  for (const other of [sioned, head]) {
    assert.equal((await other.get(resourceHref(id))).status, 403);
    assert.equal((await other.get(at)).status, 403);
  }
  assert.equal((await ffion.post(at, { true: 'Mine.', version: '0' })).status, 403, 'not by whoever asked');
  assert.equal((await ffion.post(to('reply'), {})).status, 422, 'not before there is an answer');
  assert.equal((await huw.post(at, { version: '0' })).status, 422, 'something has to be said');
  assert.equal((await huw.post(at, { true: 'Henry had six wives.', version: '0' })).status, 303);
  assert.equal((await huw.post(at, { true: 'Other.', version: '0' })).status, 409);
  await deliver(site);
  assert.match(await today(ffion), /Huw Parry has read “Kings”/);
  assert.doesNotMatch(await today(huw), /asks you to read/);
  await ffion.post(resourceHref(id, 'share'));
  assert.doesNotMatch((await sioned.get(resourceHref(id))).text, /six wives|Huw/, 'also in the bank');
  assert.equal((await huw.post(to('reply'), { words: 'Mine!' })).status, 403);
  assert.equal((await ffion.post(to('reply'), { words: 'I wrote six.' })).status, 303);
  assert.equal((await ffion.post(to('reply'), { words: 'Twice.' })).status, 422);
  assert.match((await huw.get(at)).text, /I wrote six\./);
  await deliver(site);
  assert.doesNotMatch(await today(ffion), /has read “Kings”/);
  assert.equal((await ffion.post(to('unread'))).status, 303);
});

test('asked no more, they open the page no more; asked again they do; taken out of the bank, readers keep it', async () => {
  const { as, id, at, to, asked } = await readingScene();
  const [ffion, huw] = [await as('ffion'), await as('huw')];
  assert.equal((await ffion.post(readingsHref(id), asked)).status, 422, 'asked already');
  assert.equal((await huw.post(to('take-back'))).status, 403);
  assert.equal((await ffion.post(to('take-back'))).status, 303);
  assert.equal((await huw.get(resourceHref(id))).status, 403);
  assert.equal((await huw.post(at, { true: 'x', version: '0' })).status, 404);
  assert.equal((await ffion.post(to('restore'))).status, 303);
  assert.equal((await huw.get(resourceHref(id))).status, 200);
  await ffion.post(resourceHref(id, 'share'));
  await ffion.post(resourceHref(id, 'take-out'));
  assert.equal((await huw.get(resourceHref(id))).status, 200);
});

test('a reading is taken back at its own page alone', async () => {
  const { as, id, at, write } = await readingScene();
  const other = await write({ title: 'Queens' });
  const ffion = await as('ffion');
  const reading = at.split('/').at(-1)!;
  assert.equal((await ffion.post(readingHref(other, reading, 'take-back'))).status, 404);
  assert.equal((await (await as('huw')).get(resourceHref(id))).status, 200);
});

test('only colleagues are asked, by a day to come', async () => {
  const { as, id, people, asked } = await readingScene();
  const ffion = await as('ffion');
  for (const person of [people.cai.personId, people.ffion.personId])
    assert.equal((await ffion.post(readingsHref(id), { ...asked, person })).status, 422);
  const sioned = { ...asked, person: people.sioned.personId };
  assert.equal((await ffion.post(readingsHref(id), { ...sioned, by: '2026-11-17' })).status, 422);
  assert.equal((await (await as('huw')).post(readingsHref(id), sioned)).status, 403, 'not by its reader');
});
