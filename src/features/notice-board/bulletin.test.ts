import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene } from './notice-board.scene.ts';

const bulletin = { sort: 'bulletin', until_on: '2026-11-18' };

test('the bulletin has what is read out that day; pupils see on Today what of it is for them', async () => {
  const { as, putUp, p5 } = await scene();
  await putUp('head', { ...bulletin, to: 'pupil', title: 'Coats', text: 'Bring a coat on Thursday.' });
  await putUp('ffion', { ...bulletin, to: '', classes: p5, people: 'pupil', title: 'Spelling' });
  await putUp('office', { ...bulletin, to: '', years: '6', people: 'pupil', title: 'Swimming' });
  const owain = await as('owain');
  const sheet = (await owain.get('/notices/bulletin?day=2026-11-18')).text;
  for (const title of ['Coats', 'Spelling', 'Swimming']) assert.match(sheet, new RegExp(`<bdi>${title}`));
  assert.match(sheet, /For Year 6/);
  assert.match(sheet, /For Class 5P/);
  const ofClass = (await owain.get(`/notices/bulletin?group=${p5}`)).text;
  assert.match(ofClass, /<bdi>Coats/);
  assert.match(ofClass, /<bdi>Spelling/);
  assert.doesNotMatch(ofClass, /<bdi>Swimming/);
  assert.match((await owain.get('/notices/bulletin?day=2026-11-19')).text, /Nothing is to be read out/);
  assert.doesNotMatch((await owain.get('/notices')).text, /Coats/, 'it is no wall of notices for staff');
  const cai = (await (await as('cai')).get('/today')).text;
  assert.match(cai, /Bring a coat/);
  assert.match(cai, /Spelling/);
  assert.doesNotMatch(cai, /Swimming/);
  assert.equal((await (await as('cai')).get('/notices/bulletin')).status, 403);
  assert.equal((await (await as('lowri')).get('/notices/bulletin')).status, 403);
});

test('tutors see beforehand what they will read out, and pupils do not', async () => {
  const { as, putUp } = await scene();
  const href = await putUp('head', {
    sort: 'bulletin',
    to: 'pupil',
    title: 'Tomorrow',
    from_on: '2026-11-19',
    until_on: '2026-11-19',
  });
  assert.match((await (await as('tomos')).get('/notices/bulletin?day=2026-11-19')).text, /Tomorrow/);
  assert.equal((await (await as('tomos')).get(href)).status, 200);
  assert.equal((await (await as('cai')).get(href)).status, 404);
});
