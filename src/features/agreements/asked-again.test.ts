import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ofThree, scene } from './agreements.scene.ts';

const aDay = 24 * 60 * 60_000;

for (const how of ['says no', 'is no longer asked'])
  test(`who left, is asked again and ${how} has left still: the old text does not hold again`, async () => {
    const { site, teacher, partner, href, leave, idOf, jobs } = await ofThree();
    await leave('I go part-time in January.');
    await teacher.post(`${href}/invitations/new`, { person: idOf('partner') });
    assert.match((await partner.get('/my-learning/agreements')).text, /you are asked to join/);
    site.clock.move(aDay);
    const settled =
      how === 'says no'
        ? await partner.post(`${href}/answer`, { answer: 'declined' })
        : await teacher.post(`${href}/invitations/${idOf('partner')}/withdraw`);
    assert.equal(settled.status, 303, settled.text);
    await jobs();
    const page = (await teacher.get(href)).text;
    assert.match(page, /Tomos Bevan left\. Version 1 was written with them/);
    assert.match(page, /left the partnership on 18 November/);
    assert.match(page, /I go part-time in January/);
    assert.equal((await teacher.post(`${href}/sign`, { version: 1 })).status, 422);
    assert.match((await teacher.get('/my-learning/agreements')).text, /signed anew, because somebody left/);
    assert.match((await partner.get(href)).text, /You left this partnership on 18 November/);
    assert.match((await partner.get('/my-learning/agreements')).text, /you left/);
  });

test('a partnership of two stays open when the one who left says no to coming back', async () => {
  const { site, inForce, teacher, partner, idOf } = await scene();
  const href = await inForce();
  site.clock.move(60_000);
  await partner.post(`${href}/leave`, {});
  site.clock.move(60_000);
  await teacher.post(`${href}/invitations/new`, { person: idOf('partner') });
  await partner.post(`${href}/answer`, { answer: 'declined' });
  assert.match((await teacher.get(href)).text, /Nobody else is in this partnership now/);
});

test('who left and joins again is a partner like any other', async () => {
  const { teacher, partner, href, leave, idOf } = await ofThree();
  await leave('I go part-time in January.');
  await teacher.post(`${href}/invitations/new`, { person: idOf('partner') });
  assert.equal((await partner.post(`${href}/answer`, { answer: 'accepted' })).status, 303);
  const page = (await teacher.get(href)).text;
  assert.match(page, /In force since/);
  assert.doesNotMatch(page, /part-time/);
  assert.doesNotMatch((await partner.get('/my-learning/agreements')).text, /you left/);
});

test('who left is not shown whom the others ask or take in next', async () => {
  const { site, inForce, as, teacher, partner, idOf } = await scene();
  const href = await inForce();
  site.clock.move(60_000);
  await partner.post(`${href}/leave`, {});
  site.clock.move(60_000);
  const toldNothing = async (when: string) => {
    for (const path of [href, '/my-learning/agreements', '/programmes/reading-together/agreements']) {
      const { text } = await partner.get(path);
      assert.match(text, /[wW]ith Ffion Puw/, path);
      assert.doesNotMatch(text, /Huw Parry/, `${path}, ${when}`);
    }
  };
  await teacher.post(`${href}/invitations/new`, { person: idOf('colleague') });
  await toldNothing('asked');
  await (await as('colleague')).post(`${href}/answer`, { answer: 'accepted' });
  await toldNothing('in it');
});
