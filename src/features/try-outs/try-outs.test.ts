import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { Who } from '#platform/access/who.ts';
import { selectStanding, standingsChanged } from '#platform/access/standing.ts';
import { role } from '#features/people/index.ts';
import { sharedTryOuts } from './shared-try-outs.ts';
import { takeAwayTryOuts } from './try-outs.take-away.ts';
import { logged, scene, written } from './try-outs.scene.ts';

test('what I tried is mine alone until I share it, whoever asks', async () => {
  const { site, school, as } = await scene();
  const ann = await as('ann');
  const address = await logged(ann);
  assert.match((await ann.get(address)).text, /Only you/);
  for (const name of ['tomos', 'beth', 'huw', 'specialist'] as const)
    assert.equal((await (await as(name)).get(address)).status, 403, name);
  for (const each of Object.values(role)) {
    const browser = await site.as(await makePerson(site.db, school, { roles: [each] }));
    assert.equal((await browser.get(address)).status, 403, each);
    for (const below of ['edit', 'share', 'history'])
      assert.equal((await browser.get(`${address}/${below}`)).status, 404, each);
  }
  const other = await makePerson(site.db, await makeSchool(site.db, 'Hill Lane'), {
    roles: [role.head, role.cpdLeader],
  });
  assert.equal((await (await site.as(other)).get(address)).status, 403);
});

test('a partner reads it and asks; a manager in the same programme does not, though everyone in it may', async () => {
  const { site, as, people, toPartners, toEveryone } = await scene();
  const ann = await as('ann');
  const address = await logged(ann, { readers: [toPartners, toEveryone] });
  await deliver(site);
  const tomos = await as('tomos');
  assert.match((await tomos.get('/my-learning/try-outs/shared')).text, /Answers on boards/);
  assert.match((await tomos.get(address)).text, /Three of the four wrote something/);
  assert.equal((await tomos.post(`${address}/comments`, { words: 'Which three?' })).status, 303);
  assert.match((await ann.get(address)).text, /Which three\?/);
  const beth = await as('beth');
  assert.equal((await beth.get(address)).status, 403);
  assert.equal((await beth.post(`${address}/comments`, { words: 'x' })).status, 403);
  assert.doesNotMatch((await beth.get('/my-learning/try-outs/shared')).text, /Answers on boards/);
  assert.equal((await (await as('huw')).get(address)).status, 403);

  await deliver(site);
  const notices = await site.db
    .selectFrom('notice')
    .select(['kind', 'done_at'])
    .where('owner_id', 'in', [people.tomos.personId, people.ann.personId])
    .orderBy('kind')
    .execute();
  assert.deepEqual(
    notices.map(({ kind, done_at }) => [kind, done_at !== null]),
    [
      ['try-out-comment', false],
      ['try-out-shared', true],
    ],
    'what was read is no longer waiting',
  );
  await ann.get(address);
  const left = await site.db
    .selectFrom('notice')
    .select('kind')
    .where('owner_id', 'in', [people.tomos.personId, people.ann.personId])
    .where('done_at', 'is', null)
    .execute();
  assert.deepEqual(left, [], 'reading is all that was asked');
  const seen = await site.db
    .selectFrom('access_log')
    .select(['reader_id', 'manner'])
    .where('owner_id', '=', people.ann.personId)
    .execute();
  assert.ok(seen.every(({ reader_id }) => reader_id === people.tomos.personId) && seen.length >= 2);
});

test('the specialist of the programme reads what is shared with them, and nothing else', async () => {
  const { site, as, toSpecialist } = await scene();
  const ann = await as('ann');
  const shared = await logged(ann, { readers: [toSpecialist] });
  const own = await logged(ann, { tried: 'Something else' });
  await deliver(site);
  const specialist = await as('specialist');
  assert.equal((await specialist.get(shared)).status, 200);
  assert.equal((await specialist.get(own)).status, 403);
  assert.match((await specialist.get('/my-learning/try-outs/shared')).text, /1 try-out/);
  assert.equal((await specialist.get('/my-learning/try-outs')).status, 403);
  assert.equal((await (await as('tomos')).get(shared)).status, 403);
});

test('sharing is taken back at once, and a partner who leaves the partnership no longer reads it', async () => {
  const { site, db, school, partnership, people, as, toPartners } = await scene();
  const ann = await as('ann');
  const address = await logged(ann, { readers: [toPartners] });
  await deliver(site);
  const tomos = await as('tomos');
  assert.equal((await tomos.get(address)).status, 200);
  await ann.post(`${address}/share`, {});
  assert.equal((await tomos.get(address)).status, 403);
  await ann.post(`${address}/share`, { readers: [toPartners] });
  assert.equal((await tomos.get(address)).status, 200);

  await db
    .updateTable('circle_member')
    .set({ ends_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('circle_id', '=', partnership)
    .where('person_id', '=', people.tomos.personId)
    .execute();
  await standingsChanged(db, school.id);
  const again = await as('tomos');
  assert.equal((await again.get(address)).status, 403);
  assert.doesNotMatch((await again.get('/my-learning/try-outs/shared')).text, /Answers on boards/);
});

test('nobody can be given a reader whom one is not with', async () => {
  const { as, people, school } = await scene();
  const ann = await as('ann');
  for (const reader of [`staff:${school.id}`, `person:${people.huw.personId}`, `role:${school.id}:head`]) {
    assert.equal(
      (await ann.post('/my-learning/try-outs/new', written({ readers: [reader] }))).status,
      422,
      reader,
    );
    const address = await logged(ann);
    assert.equal((await ann.post(`${address}/share`, { readers: [reader] })).status, 422, reader);
  }
});

test('two tabs saving: the second is shown both texts and loses neither', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const address = await logged(ann);
  const save = (tried: string, version: number) =>
    ann.post(`${address}/edit`, { ...written({ tried }), version: String(version) });
  assert.equal((await save('First tab', 1)).status, 303);
  const second = await save('Second tab', 1);
  assert.equal(second.status, 409);
  assert.match(second.text, /First tab/);
  assert.match(second.text, /Second tab/);
  assert.equal((await save('Both', 2)).status, 303);
  const history = (await ann.get(`${address}/history`)).text;
  assert.match(history, /Answers on boards/);
  assert.match(history, /First tab/);
});

test('taking it away closes it to readers and out of lists, and bringing it back opens it as it was', async () => {
  const { site, as, toPartners } = await scene();
  const [ann, tomos] = [await as('ann'), await as('tomos')];
  const address = await logged(ann, { readers: [toPartners] });
  await deliver(site);
  const ended = await ann.post(`${address}/end`);
  assert.match(ended.said, /taken away/);
  await deliver(site);
  assert.equal((await tomos.get(address)).status, 404);
  assert.doesNotMatch((await tomos.get('/my-learning/try-outs/shared')).text, /Answers on boards/);
  assert.match((await ann.get(address)).text, /Bring it back/);
  assert.equal((await ann.post(`${address}/bring-back`)).status, 303);
  await deliver(site);
  assert.match((await tomos.get('/my-learning/try-outs/shared')).text, /Answers on boards/);
});

test('a meeting finds what was brought to it, for those in the programme', async () => {
  const { site, db, school, people, programme, as, toEveryone, toPartners } = await scene();
  const ann = await as('ann');
  await logged(ann, { readers: [toEveryone] });
  await logged(ann, { readers: [toPartners], tried: 'For Tomos' });
  await deliver(site);
  const titles = async (name: keyof typeof people) => {
    const organisation = { id: school.id, name: school.name, zone: 'Europe/London', currency: 'GBP' };
    const person = { personId: people[name].personId, name, locale: 'en-GB', theme: 'auto' };
    const standing = await selectStanding(db, person, organisation, '2026-11-18');
    return (await sharedTryOuts(db, new Who(standing, 'learning'), programme)).map(({ title }) => title);
  };
  assert.deepEqual(await titles('tomos'), ['Answers on boards before anybody speaks']);
  assert.deepEqual(await titles('beth'), []);
  assert.deepEqual(await titles('huw'), []);
});

test('a technique comes back at widening intervals, sooner when old habits return', async () => {
  const { site, db, people, as } = await scene();
  const ann = await as('ann');
  const address = await logged(ann, { technique: 'Boards first', remind: 'yes' });
  const waiting = () =>
    db
      .selectFrom('notice')
      .select('subject_key')
      .where('owner_id', '=', people.ann.personId)
      .where('done_at', 'is', null)
      .execute();
  const due = async () =>
    (
      await db
        .selectFrom('try_out_revisit')
        .select(['due_on', 'after_days'])
        .where('owner_id', '=', people.ann.personId)
        .where('looked_at', 'is', null)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
    )?.after_days;
  await deliver(site);
  assert.equal((await waiting()).length, 0, 'not before its day');
  site.clock.set('2026-11-25T08:00:00Z');
  await deliver(site);
  assert.equal((await waiting()).length, 1);
  assert.equal(
    (await ann.post(`${address}/revisits/1`, { how: 'with-thought', note: 'On Mondays' })).status,
    303,
  );
  assert.equal((await waiting()).length, 0);
  assert.equal(await due(), 21);
  await ann.post(`${address}/revisits/2`, { how: 'slipped-back' });
  assert.equal(await due(), 7);
  assert.equal(
    (await ann.post(`${address}/revisits/2`, { how: 'by-itself' })).status,
    404,
    'looked at already',
  );
  for (const [number, after] of [
    [3, 21],
    [4, 49],
    [5, 98],
  ]) {
    await ann.post(`${address}/revisits/${number}`, { how: 'by-itself' });
    assert.equal(await due(), after, 'one good look is not a habit');
  }
  const last = await ann.post(`${address}/revisits/6`, { how: 'by-itself' });
  assert.match(last.said, /habit/);
  assert.equal(await due(), undefined);
});

test('half an experiment, a day to come and a missing answer are said beside the field', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const send = async (more: Record<string, string>) =>
    (await ann.post('/my-learning/try-outs/new', written(more))).text;
  assert.match(await send({ held_constant: 'The starter' }), /one thing is that you changed/);
  assert.match(await send({ on_date: '2026-11-19' }), /still to come/);
  assert.match(
    await send({ on_date: '2026-11-19', pupils: '', changed: 'One thing' }),
    /3 things to look at[^]*still to come[^]*Say which pupils[^]*Say which routine/,
    'all that is to be mended is said at once',
  );
  const missing = await send({ tried: '', why: 'A reason worth keeping' });
  assert.match(missing, /Say in a line what you tried/);
  assert.match(missing, /A reason worth keeping/);
});

test('my archive holds my try-outs and nothing of anybody else', async () => {
  const { db, people, as } = await scene();
  await logged(await as('ann'));
  await logged(await as('tomos'), { tried: 'canary of Tomos' });
  const [section] = await takeAwayTryOuts(db, people.ann.personId);
  assert.equal(section!.entries.length, 1);
  assert.doesNotMatch(JSON.stringify(section), /canary/);
  assert.deepEqual(await takeAwayTryOuts(db, people.huw.personId), []);
});
