import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { plansScene } from './plans.scene.ts';

test('a plan is read by all staff and written by those who teach by it, heading by heading', async () => {
  const { as, plan, people } = await plansScene();
  const at = await plan();
  const [ffion, huw, cai] = [await as('ffion'), await as('huw'), await as('cai')];
  assert.equal(
    (await ffion.post(`${at}/parts/aims`, { text: 'Roads lead to *Rome*.', version: '0' })).status,
    303,
  );
  assert.match((await huw.get(at)).text, /What pupils will know[^]*<em>Rome<\/em>/);
  assert.equal((await huw.get(`${at}/parts/aims`)).status, 403);
  assert.equal((await huw.post(`${at}/parts/aims`, { text: 'Mine.', version: '1' })).status, 403);
  assert.equal((await cai.get(at)).status, 403);
  await ffion.post(`${at}/teachers`, { teacher: [people.ffion.personId, people.huw.personId] });
  assert.equal((await huw.post(`${at}/parts/words`, { text: 'Legion.', version: '0' })).status, 303);
  const stale = await huw.post(`${at}/parts/aims`, { text: 'Mine.', version: '0' });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /Roads lead to/);
  assert.equal((await huw.post(`${at}/parts/aims`, { text: 'Ours.', version: '1' })).status, 303);
  assert.match((await ffion.get(`${at}/versions`)).text, /<em>Rome<\/em>/);
  assert.match((await huw.get('/plans')).text, /The Romans in Britain/, 'among their own');
});

test('a lesson takes up points of the curriculum and resources; where a point is taught is found from the point', async () => {
  const { as, plan, offered, lesson } = await plansScene();
  const at = await plan();
  const ffion = await as('ffion');
  const first = await lesson(at, 'Why did they come?');
  const second = await lesson(at, 'Roads');
  const points = await offered(at);
  const roman = points.find(([, words]) => /Roman Empire/.test(words))![0];
  assert.ok(
    points.every(([, words]) => !/within living memory/.test(words)),
    'only what year 4 meets',
  );
  assert.equal((await ffion.post(`${first}/points`, { point: [roman], offered: roman })).status, 303);
  assert.match((await ffion.get(at)).text, /Roman Empire[^]*In: Why did they come\?/);
  assert.equal(
    (await ffion.post(`${at}/points`, { point: ['01936f6e-0000-7000-8000-000000000001'] })).status,
    422,
  );
  assert.match(
    (await (await as('huw')).get(`/plans/points/${roman}`)).text,
    /1 scheme of work[^]*The Romans in Britain/,
  );
  await ffion.post(`${second}/up`);
  const page = (await ffion.get(at)).text;
  assert.ok(page.indexOf('>Roads<') < page.indexOf('>Why did they come?<'));
  assert.equal((await ffion.post(`${second}/up`)).status, 422, 'it is the first');
  const written = await ffion.post('/resources', {
    title: 'Roman roads',
    summary: '',
    subject: 'History',
    year: '4',
    text: 'Straight.',
    review_on: '',
  });
  const resource = written.to.split('/')[2]!;
  await ffion.post(`/resources/${resource}/share`);
  assert.match((await ffion.get(`${second}/resources`)).text, /Roman roads/);
  assert.equal((await ffion.post(`${second}/resources/${resource}/add`)).status, 303);
  assert.match((await (await as('huw')).get(second)).text, /Taught with[^]*Roman roads/);
  await ffion.post(`/resources/${resource}/take-out`);
  assert.doesNotMatch((await (await as('huw')).get(second)).text, /Roman roads/, 'it is Ffion’s alone again');
  await ffion.post(`${second}/end`);
  assert.match((await ffion.get(at)).text, /1 lesson was taken away[^]*>Roads</);
  assert.equal((await ffion.post(`${second}/restore`)).status, 303);
});

test('used again a year later, days, points and lessons go with it, and both plans say so', async () => {
  const { as, plan, offered, lesson } = await plansScene();
  const at = await plan();
  const ffion = await as('ffion');
  await ffion.post(`${at}/parts/aims`, { text: 'Roads.', version: '0' });
  const first = await lesson(at, 'Why did they come?');
  const roman = (await offered(at)).find(([, words]) => /Roman Empire/.test(words))![0];
  await ffion.post(`${first}/points`, { point: [roman], offered: roman });
  await ffion.post(`${at}/suggest`, { words: 'For this year alone.' });
  const { to: again } = await (
    await as('huw')
  ).post(`${at}/copy`, { title: 'The Romans', year: '4', starts_on: '2027-11-01' });
  const copy = (await (await as('huw')).get(again)).text;
  for (const kept of [
    /Roads\./,
    /Why did they come/,
    /Roman Empire/,
    /Used before as[^]*The Romans in Britain/,
  ])
    assert.match(copy, kept);
  assert.match(copy, /8 November 2027|8 Nov 2027/, 'the lesson a year and a week less a day later');
  assert.doesNotMatch(copy, /For this year alone/);
  assert.match((await ffion.get(at)).text, /Used again as[^]*The Romans</);
});

test('the newer version of a curriculum is offered beside each point, and taken over by one press', async () => {
  const { as, plan, site, school } = await plansScene();
  const leader = await as('leader');
  const ffion = await as('ffion');
  const list = (rows: string) => [
    { field: 'files', name: 'Local history.csv', body: `Code,Statement,Subject,Years\n${rows}` },
  ];
  const first = (
    await leader.post('/curriculum/new', {}, list('L1,The mine,Local,4\nL2,The chapel,Local,4\n'))
  ).to;
  await leader.post(`${first}/use`);
  const at = await plan({ subject: 'Local' });
  const ids = [...(await ffion.get(`${at}/points`)).text.matchAll(/value="([0-9a-f-]{36})"/g)].map(
    ([, id]) => id!,
  );
  assert.equal(ids.length, 2);
  await ffion.post(`${at}/points`, { point: ids, offered: ids.join(' ') });
  const second = (await leader.post('/curriculum/new', {}, list('L1,The mine and its people,Local,4\n'))).to;
  await leader.post(`${second}/use`);
  const page = (await ffion.get(at)).text;
  assert.match(page, /The newer version says: The mine and its people/);
  assert.match(page, /has this no more/);
  await ffion.post(`${at}/newer`);
  const after = (await ffion.get(at)).text;
  assert.match(after, /<\/bdi> The mine and its people</);
  assert.match(after, /<\/bdi> The chapel</, 'what is gone stays named');
  assert.equal((await ffion.post(`${at}/newer`)).status, 422);
  const { n } = await site.db
    .selectFrom('planned_point')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  assert.equal(Number(n), 2);
});

test('whoever is asked to look hears of it on Today until they have, and by suggesting they have', async () => {
  const { as, plan, site, people } = await plansScene();
  const at = await plan();
  const ffion = await as('ffion');
  const ask = await ffion.post(`${at}/ask`, {
    person: people.sioned.personId,
    by: '2026-11-25',
    words: 'The sources?',
  });
  assert.equal(ask.status, 303);
  await deliver(site);
  const today = async (who: 'sioned' | 'huw' | 'ffion') =>
    (await (await as(who)).get('/today')).text.split('Done lately')[0]!;
  assert.match(await today('sioned'), /Ffion Puw asks you to look at “The Romans in Britain”/);
  assert.doesNotMatch(await today('huw'), /asks you to look/);
  const sioned = await as('sioned');
  assert.match((await sioned.get('/plans/waiting')).text, /Others wait for you[^]*Ffion Puw asks you/);
  assert.match((await ffion.get('/plans/waiting')).text, /You wait for others[^]*Sioned Lewis is asked/);
  await sioned.post(`${at}/suggest`, { words: 'Begin with the coin.' });
  await deliver(site);
  assert.doesNotMatch(await today('sioned'), /asks you to look/);
  assert.match(await today('ffion'), /1 suggestion beside “The Romans in Britain”/);
});
