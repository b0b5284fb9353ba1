import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertMemberships } from '#features/people/index.ts';
import { makePerson } from '#test/factories.ts';
import { startOfTests } from '#test/site.ts';
import { coursesScene } from '../courses.scene.ts';
import { dealt } from './deal.ts';

/** A course for a class of two, one of whom is in the group Red, with an activity that is for Red alone. */
async function groupsScene() {
  const scene = await coursesScene();
  const { as, site, school, people, class4, course, section, activity } = scene;
  const eira = await makePerson(site.db, school, { name: 'Eira Roberts', kind: 'pupil' });
  await insertMemberships(
    site.db,
    school.id,
    [{ unitId: class4, personId: eira.personId, part: 'pupil' }],
    startOfTests,
  );
  const ffion = await as('ffion');
  const at = await course();
  const part = await section(at);
  await activity(part, 'page', { title: 'For all', text: 'All.', resource: '' });
  await ffion.post(`${at}/groups`, { name: 'Red' });
  await ffion.post(`${at}/groups`, { name: 'Blue' });
  const groups = [...(await ffion.get(`${at}/groups`)).text.matchAll(/groups\/([0-9a-f-]{36})\/end/g)].map(
    ([, id]) => id!,
  );
  const [blue, red] = [...new Set(groups)];
  const only = await activity(part, 'page', {
    title: 'For Red',
    text: 'Secret.',
    resource: '',
    groups: red!,
    due_on: '2026-11-20',
    minutes: '25',
  });
  const talk = await activity(part, 'discussion', { title: 'Talk', text: 'Why?', apart: 'yes' });
  await ffion.post(`${at}/publish`);
  await ffion.post(`${at}/group-members`, { [`in-${people.cai.personId}`]: red! });
  return {
    ...scene,
    at,
    part,
    only,
    talk,
    red: red!,
    blue: blue!,
    ffion,
    cai: await as('cai'),
    eira: await site.as(eira),
    eiraId: eira.personId,
  };
}

test('what is for one group the others neither see nor open, anywhere', async () => {
  const { at, only, cai, eira, ffion } = await groupsScene();
  assert.match((await cai.get(at)).text, /For Red[^]*Your group[^]*Red: Cai Roberts/);
  assert.equal((await cai.get(only)).status, 200);
  for (const path of [at, '/today', '/courses'])
    assert.doesNotMatch((await eira.get(path)).text, /For Red/, path);
  assert.match((await cai.get('/today')).text, /For your courses[^]*For Red/);
  assert.match((await cai.get('/courses')).text, /1 thing is due this week, about 25 minutes in all/);
  assert.equal((await eira.get(only)).status, 404);
  assert.equal((await eira.post(`${only}/progress`, { done: 'yes', evidence: '' })).status, 404);
  assert.match((await ffion.get(at)).text, /for Red/);
  assert.doesNotMatch((await eira.get(at)).text, /Cai Roberts/, 'who is in another group is not told');
});

test('where each group talks by itself, nobody hears another, and those who lead hear all', async () => {
  const { talk, at, cai, eira, ffion, blue, eiraId } = await groupsScene();
  await cai.post(`${talk}/posts`, { words: 'Gold.' });
  assert.doesNotMatch((await eira.get(talk)).text, /Gold/);
  assert.match((await eira.get(talk)).text, /you are in none yet/);
  assert.equal((await eira.post(`${talk}/posts`, { words: 'Me too.' })).status, 422);
  const post = /p-([0-9a-f-]{36})/.exec((await cai.get(talk)).text)![1]!;
  await ffion.post(`${at}/group-members`, { [`in-${eiraId}`]: blue });
  assert.equal((await eira.post(`${talk}/posts`, { words: 'Where?', reply_to: post })).status, 422);
  await ffion.post(`${talk}/posts`, { words: 'Which gold?', reply_to: post });
  await ffion.post(`${talk}/posts`, { words: 'To all of you.' });
  await eira.post(`${talk}/posts`, { words: 'Land.' });
  assert.match((await cai.get(talk)).text, /Gold[^]*Which gold\?[^]*To all of you/);
  const heard = (await eira.get(talk)).text;
  assert.match(heard, /To all of you[^]*Land/);
  assert.doesNotMatch(heard, /Gold|Which gold/);
  assert.match((await ffion.get(talk)).text, /Cai Roberts, Red[^]*Eira Roberts, Blue/);
  const open = { title: 'Talk', text: 'Why?', minutes: '', due_on: '', requires: '', version: '1' };
  assert.equal((await ffion.post(`${talk}/change`, open)).status, 303);
  assert.doesNotMatch(
    (await eira.get(talk)).text,
    /Gold|Which gold/,
    'it is everybody’s now; what was said is not',
  );
  await ffion.post(`${at}/group-members`, { [`in-${eiraId}`]: '' });
  assert.match((await eira.get(talk)).text, /Land/, 'one’s own words stay one’s own');
});

test('groups are renamed, ended when nothing is for them, dealt, and copied by name', async () => {
  const { at, only, red, blue, ffion, eiraId, cai } = await groupsScene();
  assert.equal((await cai.post(`${at}/groups`, { name: 'Mine' })).status, 403);
  assert.equal((await ffion.post(`${at}/groups`, { name: 'Red' })).status, 422, 'there is one');
  assert.equal((await ffion.post(`${at}/groups/${red}/end`)).status, 422, 'an activity is for it');
  assert.equal((await ffion.post(`${at}/groups/${blue}/end`)).status, 303);
  assert.equal(
    (await ffion.post(`${at}/group-members`, { [`in-${eiraId}`]: blue })).status,
    422,
    'it is ended',
  );
  assert.equal((await ffion.post(`${at}/groups/${blue}/restore`)).status, 303);
  assert.equal((await ffion.post(`${at}/deal`)).status, 303);
  assert.match(
    (await ffion.get(`${at}/groups`)).text,
    /Blue: 2 learners[^]*Red: 1 learner|Blue: 1 learner[^]*Red: 2 learners/,
  );
  assert.equal((await ffion.post(`${at}/deal`)).status, 422, 'everybody is in one');
  const { to } = await ffion.post(`${at}/copy`, { title: 'Next year', starts_on: '2027-11-01' });
  assert.match((await ffion.get(to)).text, /For Red[^]*for Red/);
  assert.match((await ffion.get(`${to}/groups`)).text, /Red: 0 learners/);
  const change = {
    title: 'For Red',
    text: 'Open.',
    resource: '',
    minutes: '',
    due_on: '',
    requires: '',
    version: '1',
  };
  assert.equal((await ffion.post(`${only}/change`, { ...change, groups: at.split('/')[2]! })).status, 422);
  assert.equal((await ffion.post(`${only}/change`, change)).status, 303);
  assert.match((await ffion.get(`${only}/versions`)).text, /Secret\./);
  assert.equal((await ffion.post(`${only}/put-back`, { kept: '1', version: '2' })).status, 303);
  assert.match((await ffion.get(only)).text, /Secret\./);
  assert.equal((await ffion.post(`${only}/put-back`, { kept: '1', version: '2' })).status, 422);
});

test('dealing leaves nobody out and no group more than one larger than another', () => {
  for (let people = 0; people < 40; people += 1)
    for (const sizes of [[0], [0, 0, 0], [5, 0, 2]]) {
      const groups = sizes.map((size, at) => ({ id: String(at), size }));
      const names = Array.from({ length: people }, (_, at) => `p${at}`);
      const result = dealt(names, groups, (below) => (people * 7) % below);
      assert.deepEqual([...result.keys()].toSorted(), names.toSorted());
      const then = sizes.map(
        (size, at) => size + [...result.values()].filter((id) => id === String(at)).length,
      );
      const filled = then.filter((size, at) => size > sizes[at]!);
      assert.ok(
        filled.length === 0 || Math.max(...filled) - Math.min(...then) <= 1,
        `${people} into ${sizes}: ${then}`,
      );
    }
});

test('those who lead say a word at the head and when they can be asked; two do not write over each other', async () => {
  const { at, ffion, cai, talk } = await groupsScene();
  assert.equal(
    (await ffion.post(`${at}/head`, { note: 'Bring a *stone*.', reach: 'Tuesdays', version: '0' })).status,
    303,
  );
  assert.equal((await ffion.post(`${at}/head`, { note: 'Other', reach: '', version: '0' })).status, 409);
  assert.equal(
    (await ffion.post(`${at}/head`, { note: 'Bring a *stone*.', reach: 'Tuesdays', version: '1' })).status,
    422,
  );
  assert.equal((await cai.post(`${at}/head`, { note: 'Mine', reach: '', version: '1' })).status, 403);
  await ffion.post(`${talk}/posts`, { words: 'Look at this.' });
  assert.match(
    (await cai.get(at)).text,
    /<em>stone<\/em>[^]*When they can be asked[^]*Tuesdays[^]*Last word from them[^]*Ffion Puw, 18 November/,
  );
});

test('whoever sets a day sees what else is due for the same learners, without names', async () => {
  const { at, part, course, section, activity, as, ffion } = await groupsScene();
  const other = await course({ title: 'Fractions' }, 'ffion');
  await activity(await section(other), 'page', {
    title: 'Halves',
    text: 'x',
    resource: '',
    due_on: '2026-11-26',
    minutes: '40',
  });
  assert.doesNotMatch(
    (await ffion.get(`${part}/activities?kind=page`)).text,
    /Week of/,
    'it is not open yet',
  );
  await ffion.post(`${other}/publish`);
  const { text } = await ffion.get(`${part}/activities?kind=page`);
  assert.match(text, /Week of 23 Nov 2026: 1 thing in 1 course, about 40 minutes/);
  assert.doesNotMatch(text, /Halves|Fractions/);
  assert.equal((await (await as('huw')).get(`${at}/groups`)).status, 403);
});
