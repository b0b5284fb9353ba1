import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { seeded } from '#test/random.ts';
import { scene, sentAs, waitingOn } from '../behaviour.scene.ts';

const bronze = {
  name: 'Bronze certificate',
  words: 'You noticed others, and others noticed you.',
  needed: '3',
  counts: 'events',
  span: 'term',
};

test('what a pupil has reached waits for the tutor, is given with a certificate, and can be taken back', async () => {
  const { site, people, p5, categories, as } = await scene();
  const office = await as('office');
  assert.equal((await office.post('/school/behaviour/rewards', bronze)).status, 303);
  const ffion = await as('ffion');
  for (let n = 0; n < 3; n++)
    await ffion.post(
      `/behaviour/classes/${p5}`,
      sentAs('positive', categories.kind, [people.cai, people.mali]),
    );
  await deliver(site);
  assert.match((await ffion.get('/today')).text, /Cai Roberts has reached Bronze certificate: give it/);
  assert.doesNotMatch((await (await as('huw')).get('/today')).text, /Bronze/);
  const page = (await ffion.get('/behaviour/rewards')).text;
  assert.match(page, /2 rewards wait to be given/);
  const give = /action="(\/behaviour\/rewards\/[^"]+\/give)"/.exec(page)![1]!;
  assert.equal((await (await as('tomos')).post(give)).status, 404);
  const given = await ffion.post(give);
  assert.equal(given.status, 303);
  assert.equal((await ffion.post(give)).status, 422);
  await deliver(site);
  const whose = give.includes(people.cai.personId) ? people.cai : people.mali;
  const today = waitingOn((await ffion.get('/today')).text);
  assert.doesNotMatch(today, new RegExp(`${whose.name} has reached`));
  const [certificate] = /\/behaviour\/certificates\/[0-9a-f-]+/.exec(
    (await ffion.get('/behaviour/rewards')).text,
  )!;
  const readers = { cai: people.cai, mali: people.mali };
  for (const [name, person] of Object.entries(readers)) {
    const { status, text } = await (await as(name as 'cai')).get(certificate!);
    assert.equal(status, person === whose ? 200 : 404);
    if (status === 200) assert.match(text, /others noticed you/);
  }
  assert.equal((await (await as('rhian')).get(certificate!)).status, 404);
  assert.equal((await (await as('dylan')).get(certificate!)).status, 404);
  assert.equal((await ffion.post(`${certificate}/take-back`)).status, 303);
  assert.match((await ffion.get('/behaviour/rewards')).text, /2 rewards wait to be given/);
  assert.equal((await (await as('mali')).get(certificate!)).status, 404);
  assert.equal((await (await as('cai')).get(certificate!)).status, 404);
  assert.equal((await ffion.post(`${certificate}/restore`)).status, 303);
  assert.match((await ffion.get('/behaviour/rewards')).text, /1 reward waits to be given/);
});

test('in whatever order things are noted and taken back, it comes to the same rewards', async () => {
  const { site, people, p5, categories, as } = await scene();
  const office = await as('office');
  await office.post('/school/behaviour/rewards', bronze);
  await office.post('/school/behaviour/rewards', {
    ...bronze,
    name: 'Oak',
    needed: '5',
    counts: 'points',
    span: 'year',
  });
  const ffion = await as('ffion');
  const pupils = [people.cai, people.mali, people.ann];
  const { next: random } = seeded(20_261_118);
  const standing = new Map<string, { pupil: string; points: number; batch: string }>();
  for (let step = 0; step < 24; step++) {
    if (standing.size > 3 && random() < 0.35) {
      const [key, { batch }] = [...standing][Math.floor(random() * standing.size)]!;
      assert.equal((await ffion.post(`/behaviour/noted/${batch}/undo`)).status, 303);
      standing.delete(key);
    } else {
      const pupil = pupils[Math.floor(random() * 3)]!;
      const [tone, category, points] = (
        [
          ['positive', categories.kind, 0],
          ['positive', categories.kept, 2],
          ['negative', categories.unkind, 0],
        ] as const
      )[Math.floor(random() * 3)]!;
      await ffion.post(`/behaviour/classes/${p5}`, sentAs(tone, category, pupil));
      const batch = /\/behaviour\/noted\/([0-9a-f-]+)\/undo/.exec(
        (await ffion.get(`/behaviour/classes/${p5}`)).text,
      )![1]!;
      standing.set(`${step}`, { pupil: pupil.name, points: tone === 'positive' ? points : -1, batch });
    }
    if (step % 8 !== 7) continue;
    const expected = pupils
      .flatMap(({ name }) => {
        const good = [...standing.values()].filter((each) => each.pupil === name && each.points >= 0);
        return [
          ...(good.length >= 3 ? [`${name} Bronze certificate`] : []),
          ...(good.reduce((sum, { points }) => sum + points, 0) >= 5 ? [`${name} Oak`] : []),
        ];
      })
      .toSorted();
    const page = (await ffion.get('/behaviour/rewards')).text
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s+/g, ' ');
    const shown = [...page.matchAll(/([A-Z]\w+ [A-Z]\w+) has reached: (Bronze certificate|Oak)/g)].map(
      ([, name, reward]) => `${name} ${reward}`,
    );
    assert.deepEqual(shown.toSorted(), expected, `step ${step}`);
    await deliver(site);
    const waiting = [
      ...waitingOn((await ffion.get('/today')).text).matchAll(
        /([A-Z]\w+ [A-Z]\w+) has reached ([\w ]+): give it/g,
      ),
    ].map(([, name, reward]) => `${name} ${reward}`);
    assert.deepEqual([...new Set(waiting)].toSorted(), expected, `notices at step ${step}`);
  }
});

test('another term begins to count anew; what was given stays', async () => {
  const { site, people, p5, categories, as } = await scene();
  await (await as('office')).post('/school/behaviour/rewards', { ...bronze, needed: '1' });
  await (await as('ffion')).post(`/behaviour/classes/${p5}`, sentAs('positive', categories.kind, people.cai));
  assert.match((await (await as('ffion')).get('/behaviour/rewards')).text, /1 reward waits/);
  site.clock.set('2027-01-05T10:00:00Z');
  assert.match((await (await as('ffion')).get('/behaviour/rewards')).text, /Nobody waits for a reward/);
});

test('what was given stays given when the school puts the first day of its term right', async () => {
  const { db, school, people, p5, categories, as } = await scene();
  await (await as('office')).post('/school/behaviour/rewards', { ...bronze, needed: '1' });
  const ffion = await as('ffion');
  await ffion.post(`/behaviour/classes/${p5}`, sentAs('positive', categories.kind, people.cai));
  const give = /action="(\/behaviour\/rewards\/[^"]+\/give)"/.exec(
    (await ffion.get('/behaviour/rewards')).text,
  )![1]!;
  assert.equal((await ffion.post(give)).status, 303);
  const { numUpdatedRows } = await db
    .updateTable('term')
    .set({ starts_on: '2026-10-28' })
    .where('owner_id', '=', school.id)
    .where('kind', '=', 'term')
    .where('starts_on', '<=', '2026-11-18')
    .executeTakeFirst();
  assert.notEqual(Number(numUpdatedRows), 0);
  assert.match((await ffion.get('/behaviour/rewards')).text, /Nobody waits for a reward/);
});
