import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coursesScene } from './courses.scene.ts';

test('a course is its leader’s alone until it is open; then it follows the class, and nobody else’s', async () => {
  const { as, course, section, activity } = await coursesScene();
  const at = await course();
  const [ffion, cai, ned, huw] = [await as('ffion'), await as('cai'), await as('ned'), await as('huw')];
  assert.equal((await ffion.post(`${at}/publish`)).status, 422, 'with nothing in it');
  const part = await section(at);
  const page = await activity(part, 'page', { text: '# Roads\n\nStraight.', resource: '' });
  assert.equal((await cai.get(at)).status, 403);
  assert.doesNotMatch((await cai.get('/courses')).text, /The Romans/);
  await ffion.post(`${at}/publish`);
  assert.match((await cai.get('/courses')).text, /I learn in[^]*The Romans/);
  assert.match((await cai.get(page)).text, /<h2[^>]*>Roads<\/h2>/);
  for (const who of ['ned', 'sioned', 'leader', 'head'] as const)
    assert.equal((await (await as(who)).get(at)).status, 403, who);
  assert.equal((await huw.get(at)).status, 200, 'the class’s other staff read it');
  assert.equal((await huw.get(`${at}/progress`)).status, 403, 'and no more');
  assert.equal((await ned.get(page)).status, 403);
  assert.equal((await cai.get(`${at}/sections`)).status, 403);
  assert.equal(
    (await cai.post(`${part}/activities`, { kind: 'page', title: 'Mine', text: 'x' })).status,
    403,
  );
});

test('what opens later is not there for learners, nor is what is in it', async () => {
  const { as, open, section, activity, site } = await coursesScene();
  const { at } = await open();
  const later = await section(at, 'Week 2', '2026-11-23');
  const page = await activity(later, 'page', { title: 'Baths', text: 'Warm.', resource: '' });
  const cai = await as('cai');
  assert.doesNotMatch((await cai.get(at)).text, /Week 2|Baths/);
  assert.equal((await cai.get(page)).status, 404);
  assert.match((await (await as('ffion')).get(at)).text, /Week 2[^]*Learners see it from 23 Nov[^]*Baths/);
  site.clock.set('2026-11-23T08:00:00Z');
  assert.match((await cai.get(at)).text, /Baths/);
});

test('done, tried and what came of it are seen by oneself and those who lead, in words and never as a share', async () => {
  const { as, open, site } = await coursesScene();
  const { at, page } = await open();
  const [cai, mali, ffion] = [await as('cai'), await as('mali'), await as('ffion')];
  await cai.post(`${page}/progress`, { done: 'yes', evidence: 'I built one of sand.' });
  assert.equal(
    (await cai.post(`${page}/progress`, { done: 'yes', evidence: 'I built one of sand.' })).status,
    422,
  );
  const other = await cai.post(`${page}/progress`, { done: 'yes', evidence: 'Of stone.', version: '0' });
  assert.equal(other.status, 409, 'another window does not write over it');
  assert.match(other.text, /one of sand[^]*Of stone|Of stone[^]*one of sand/);
  const own = (await cai.get(at)).text;
  assert.match(own, /done and said what came of it/);
  assert.doesNotMatch(own, /\d\s?%|<progress/);
  assert.doesNotMatch((await mali.get(page)).text + (await mali.get(at)).text, /sand/);
  const seen = (await ffion.get(`${at}/progress`)).text;
  assert.match(seen, /2 learners[^]*I built one of sand[^]*Cai Roberts/);
  assert.equal(
    (await ffion.post(`${page}/progress`, { done: 'yes' })).status,
    403,
    'who leads does not learn',
  );
  await ffion.post(`${at}/close`);
  site.clock.move(1000);
  assert.equal((await mali.post(`${page}/progress`, { done: 'yes' })).status, 422, 'closed');
  assert.equal((await mali.get(page)).status, 200, 'and read');
});

test('a module for staff is the same thing; nobody who judges sees what was done in it', async () => {
  const { as, open } = await coursesScene();
  const { at, page } = await open({ title: 'Weighing sources', whom: 'all-staff', unit: '' });
  const sioned = await as('sioned');
  assert.match((await sioned.get(at)).text, /All staff of/);
  await sioned.post(`${page}/progress`, { tried: 'yes', evidence: 'Two groups disagreed, and said why.' });
  assert.match((await (await as('ffion')).get(`${at}/progress`)).text, /Two groups disagreed/);
  for (const who of ['head', 'leader', 'huw'] as const) {
    const other = await as(who);
    assert.doesNotMatch((await other.get(page)).text, /Two groups/, who);
    assert.equal((await other.get(`${at}/progress`)).status, 403, who);
  }
  assert.equal((await (await as('cai')).get(at)).status, 403);
});

test('colleagues are named, and lose it when they are no longer; whoever hands a course on leads it no more', async () => {
  const { as, course, section, activity, people } = await coursesScene();
  const at = await course({ title: 'For two', whom: 'named-staff', unit: '' });
  await activity(await section(at), 'page', { text: 'All roads.', resource: '' });
  const [ffion, huw, sioned] = [await as('ffion'), await as('huw'), await as('sioned')];
  assert.equal((await ffion.post(`${at}/publish`)).status, 422, 'nobody is named');
  await ffion.post(`${at}/people`, { leader: people.ffion.personId, learner: people.huw.personId });
  assert.equal((await huw.get(at)).status, 403, 'it is not open yet');
  assert.equal((await ffion.post(`${at}/publish`)).status, 303);
  assert.equal((await huw.get(at)).status, 200);
  assert.equal((await sioned.get(at)).status, 403);
  await ffion.post(`${at}/people`, { leader: people.sioned.personId });
  assert.equal((await huw.get(at)).status, 403);
  assert.equal((await ffion.get(at)).status, 403);
  assert.equal((await sioned.get(`${at}/progress`)).status, 200);
});

test('begun from a template or used again, parts and activities come along with their days moved, people do not', async () => {
  const { as, course, section, activity, open } = await coursesScene();
  const template = await course({ title: 'History, six weeks', whom: 'all-staff', unit: '' });
  const part = await section(template, 'What do we know?', '2026-11-09');
  const first = await activity(part, 'page', { title: 'Begin', text: 'Look.', resource: '' });
  await activity(part, 'discussion', {
    title: 'Talk',
    text: 'What do you see?',
    due_on: '2026-11-13',
    requires: first.split('/').at(-1)!,
  });
  await (await as('ffion')).post(`${template}/template`);
  const huw = await as('huw');
  assert.match((await huw.get('/courses')).text, /Templates to begin from[^]*History, six weeks/);
  const made = await course(
    {
      title: 'Our Tudors',
      whom: 'all-staff',
      unit: '',
      starts_on: '2027-01-04',
      ends_on: '',
      from: template.split('/')[2]!,
    },
    'huw',
  );
  const page = (await huw.get(made)).text;
  assert.match(page, /What do we know\?[^]*Begin[^]*Talk[^]*by 15 Jan/);
  assert.match(page, /Copied from[^]*History, six weeks/);
  const { at, page: read } = await open();
  await (await as('cai')).post(`${read}/progress`, { done: 'yes', evidence: 'Sand.' });
  const { to } = await (
    await as('ffion')
  ).post(`${at}/copy`, { title: 'Next year', starts_on: '2027-11-01' });
  assert.match((await (await as('ffion')).get(to)).text, /Roads/);
  assert.doesNotMatch((await (await as('ffion')).get(`${to}/progress`)).text, /Sand/);
  assert.equal((await (await as('cai')).get(to)).status, 403);
});

test('parts and activities are moved, changed with a version, taken away and brought back', async () => {
  const { as, course, section, activity } = await coursesScene();
  const at = await course();
  const one = await section(at, 'Week 1');
  const two = await section(at, 'Week 2');
  const first = await activity(one, 'page', { title: 'First', text: 'a', resource: '' });
  const second = await activity(one, 'link', { title: 'Second', url: 'https://example.org/a', text: '' });
  const ffion = await as('ffion');
  const order = async (): Promise<string> =>
    [...(await ffion.get(at)).text.matchAll(/<bdi>(Week \d|First|Second)<\/bdi>/g)]
      .map(([, it]) => it)
      .join(' ');
  assert.equal(await order(), 'Week 1 First Second Week 2');
  await ffion.post(`${second}/up`);
  await ffion.post(`${two}/up`);
  assert.equal(await order(), 'Week 2 Week 1 Second First');
  const change = { title: 'First', text: 'b', resource: '', minutes: '10', due_on: '', requires: '' };
  assert.equal((await ffion.post(`${first}/change`, { ...change, version: '1' })).status, 303);
  const stale = await ffion.post(`${first}/change`, { ...change, text: 'c', version: '1' });
  assert.equal(stale.status, 409);
  await ffion.post(`${first}/end`);
  assert.equal(await order(), 'Week 2 Week 1 Second First', 'First stands among what was taken away');
  assert.match((await ffion.get(at)).text, /1 thing was taken away[^]*First/);
  await ffion.post(`${first}/restore`);
  await ffion.post(`${one}/end`);
  assert.equal(await order(), 'Week 2 Week 1', 'with its part, its activities go');
  await ffion.post(`${one}/restore`);
  assert.equal(await order(), 'Week 2 Week 1 Second First');
  const bad = await ffion.post(`${one}/activities`, {
    kind: 'link',
    title: 'x',
    url: 'javascript:alert(1)',
    text: '',
  });
  assert.equal(bad.status, 422);
  assert.match(bad.text, /begins with https/);
});

test('what was said to one class is not handed to another, and what a leader took out stays out', async () => {
  const { as, open, activity, section } = await coursesScene();
  const { at } = await open();
  const talk = await activity(await section(at, 'Week 2'), 'discussion', { title: 'Talk', text: 'Why?' });
  const [ffion, cai] = [await as('ffion'), await as('cai')];
  const { to } = await cai.post(`${talk}/posts`, { words: 'Because.' });
  const facts = {
    title: 'The Romans',
    about: '',
    subject: '',
    year: '4',
    unit: '',
    starts_on: '',
    ends_on: '',
  };
  const moved = await ffion.post(`${at}/change`, { ...facts, whom: 'all-staff', version: '1' });
  assert.equal(moved.status, 422);
  assert.match(moved.text, /said to each other/);
  const post = `${talk}/posts/${to.split('#p-')[1]!}`;
  await ffion.post(`${post}/end`);
  assert.equal((await cai.post(`${post}/restore`)).status, 403);
  assert.equal((await ffion.post(`${post}/restore`)).status, 303);
  await cai.post(`${post}/end`);
  assert.equal((await cai.post(`${post}/restore`)).status, 303, 'one’s own');
});
