import assert from 'node:assert/strict';
import { test } from 'node:test';
import { illToday, morning, scene, type Scene, wednesday } from '../attendance.scene.ts';

const list = async (stage: Scene) => (await (await stage.as('officer')).get('/attendance/today')).text;

/** Cai is away at registration without a reason; Mali and Ann are here. */
async function atRegistration() {
  const stage = await scene();
  stage.site.clock.set(morning);
  await stage.takes(stage.p5, wednesday, 'am', { cai: 'N', mali: '/', ann: '/' });
  return stage;
}

test('whoever was here at registration and is missed in a lesson is not accounted for', async () => {
  const stage = await atRegistration();
  assert.doesNotMatch(await list(stage), /Mali Rees/);
  await stage.takes(stage.p5, wednesday, 'am', { mali: 'N', ann: '/' }, { lessonAt: '10:00' });
  assert.match(await list(stage), /Tell the families of these|<h3>[\s\S]{0,200}Mali Rees/);
  assert.match((await (await stage.as('head')).get('/today')).text, /2 pupils are not in the registers/);
});

test('the latest register decides: here in one lesson and away in the next is away', async () => {
  const stage = await atRegistration();
  await stage.takes(stage.p5, wednesday, 'am', { cai: '/' }, { lessonAt: '09:30' });
  assert.match(await list(stage), /Here after all: 1 pupil/);
  await stage.takes(stage.p5, wednesday, 'am', { cai: 'N' }, { lessonAt: '10:30' });
  const text = await list(stage);
  assert.doesNotMatch(text, /Here after all/);
  assert.match(text, /Cai Roberts, Class 5P/);
});

test('once the school has settled why, a child is accounted for and not said to be here', async () => {
  const stage = await scene();
  stage.site.clock.set(morning);
  const register = await stage.takes(stage.p5, wednesday, 'am', { cai: 'N', mali: '/', ann: '/' });
  const officer = await stage.as('officer');
  await officer.post('/attendance/today/tell', { pupils: [stage.people.cai.personId] });
  await stage.corrects(register, 'cai', 'I');
  const text = await list(stage);
  assert.doesNotMatch(text, /Here after all|Ring them/);
  assert.match(text, /Somebody has said why: 1 pupil/);
});

test('said to be away and marked as here is shown to the office', async () => {
  const stage = await atRegistration();
  await (await stage.as('lowri')).post(`/children/${stage.people.cai.personId}/away`, illToday);
  assert.doesNotMatch(await list(stage), /marked as here/);
  await stage.takes(stage.p5, wednesday, 'am', { cai: '/' }, { lessonAt: '10:00' });
  assert.match(await list(stage), /Said to be away, and marked as here: 1 pupil[\s\S]*Cai Roberts/);
});

test('an absence of the day stands in the next register until somebody marks otherwise, and no private words with it', async () => {
  const stage = await atRegistration();
  await (await stage.as('lowri')).post(`/children/${stage.people.cai.personId}/away`, illToday);
  stage.site.clock.set('2026-11-18T13:20:00Z');
  const text = (await (await stage.as('ffion')).get(`/registers/${wednesday}/${stage.p5}/pm`)).text;
  const checked = (name: keyof Scene['people']) =>
    new RegExp(`name="mark-${stage.people[name].personId}" value="([^"]+)" checked`).exec(text)?.[1];
  assert.equal(checked('cai'), 'N');
  assert.equal(checked('ann'), '\\');
  assert.match(text, /Known: Ill/);
  assert.doesNotMatch(text, /fever/);
});
