import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coursesScene } from '../courses.scene.ts';

/** One dot, as PNG. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('pupils see the pictures of a page that their course shows, there and nowhere else', async () => {
  const { as, course, section, activity } = await coursesScene();
  const ffion = await as('ffion');
  const roads = { title: 'Roads', summary: '', subject: '', year: '', text: 'All roads.', review_on: '' };
  const at = (await ffion.post('/resources', roads)).to;
  const picture = [{ field: 'files', name: 'road.png', body: png, type: 'image/png' }];
  await ffion.post(`${at}/files`, { no_pupil_seen: 'yes' }, picture);
  const file = /\/files\/([0-9a-f-]{36})\/show/.exec((await ffion.get(`${at}/files`)).text)![1]!;
  await ffion.post(`${at}/files/${file}/show`, { words: 'A road', version: '1' });
  await ffion.post(`${at}/share`);
  const here = await course();
  const step = await activity(await section(here), 'page', { text: '', resource: at });
  const other = await activity(await section(here, 'Week 2'), 'page', { text: 'Nothing.', resource: '' });
  await ffion.post(`${here}/publish`);
  const cai = await as('cai');
  const shown = /<img src="([^"]+)" alt="A road"/.exec((await cai.get(step)).text)![1]!;
  assert.equal(shown, `${step}/files/${file}`);
  assert.equal((await cai.get(shown)).status, 200);
  assert.equal((await cai.get(`${other}/files/${file}`)).status, 404);
  const bankFile = /src="(\/files\/[^"]+)"/.exec((await ffion.get(at)).text)![1]!;
  assert.equal((await cai.get(bankFile)).status, 403, 'the bank is closed to pupils');
  await ffion.post(`${at}/take-out`);
  assert.equal((await cai.get(shown)).status, 404);
});
