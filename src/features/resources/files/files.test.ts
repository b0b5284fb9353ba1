import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceHref } from '../addresses.ts';
import { resourcesScene } from '../resources.scene.ts';
import { takeAwayResources } from '../resources.take-away.ts';

/** One dot, as PNG. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A page that its author alone has, with a picture beside it. */
async function pictureScene() {
  const scene = await resourcesScene();
  const ffion = await scene.as('ffion');
  const at = resourceHref(await scene.write({ title: 'Roads', text: 'All roads.' }));
  const picture = [{ field: 'files', name: 'road.png', body: png, type: 'image/png' }];
  assert.equal((await ffion.post(`${at}/files`, {}, picture)).status, 422, 'who can be recognised is asked');
  const sent = await ffion.post(`${at}/files`, { no_pupil_seen: 'yes' }, picture);
  assert.equal(sent.status, 303, sent.text);
  const file = /\/files\/([0-9a-f-]{36})\/show/.exec((await ffion.get(`${at}/files`)).text)![1]!;
  return { ...scene, ffion, at, file };
}

test('a picture is put into the text with words, once, as a new version, and stands wherever the page is shown', async () => {
  const { ffion, at, file, as } = await pictureScene();
  const show = `${at}/files/${file}/show`;
  assert.equal((await ffion.post(show, { words: '', version: '1' })).status, 422, 'words are needed');
  assert.equal((await ffion.post(show, { words: 'A [straight] road', version: '0' })).status, 409);
  assert.equal((await (await as('huw')).post(show, { words: 'x', version: '1' })).status, 403);
  assert.equal((await ffion.post(show, { words: 'A [straight] road', version: '1' })).status, 303);
  assert.equal((await ffion.post(show, { words: 'Again', version: '2' })).status, 422);
  for (const path of [at, `${at}/versions`, `${at}/mat`])
    assert.match(
      (await ffion.get(path)).text,
      new RegExp(`<img src="/files/[^/]+/${file}" alt="A straight road"`),
    );
  assert.match((await ffion.get(`${at}/files`)).text, /It stands in the page/);
});

test('one’s own pictures go with one’s archive, those of pupils stay', async () => {
  const { site, people, ffion, at } = await pictureScene();
  const own = [{ field: 'files', name: 'plan.txt', body: 'A plan', type: 'text/plain' }];
  assert.equal((await ffion.post(`${at}/files`, { shows: 'own' }, own)).status, 303);
  const [section] = await takeAwayResources(site.db, people.ffion.personId, [people.ffion.organisationId]);
  assert.deepEqual(
    section!.entries[0]!.files!.map(({ name }) => name),
    ['plan.txt'],
  );
});

test('a copy has pictures of its own, and its text shows those', async () => {
  const { ffion, at, file, as } = await pictureScene();
  await ffion.post(`${at}/files/${file}/show`, { words: 'A road', version: '1' });
  await ffion.post(`${at}/share`);
  const huw = await as('huw');
  const copy = resourceHref((await huw.post(`${at}/adapt`)).to.split('/')[2]!);
  const { text } = await huw.get(copy);
  const shown = /<img src="(\/files\/[^"]+)" alt="A road"/.exec(text)![1]!;
  assert.ok(!shown.endsWith(file), 'not the file of the other page');
  await ffion.post(`${at}/take-out`);
  assert.equal((await huw.get(shown)).status, 200);
  assert.equal((await (await as('sioned')).get(shown)).status, 403);
});
