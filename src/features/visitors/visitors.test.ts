import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver, runJob } from '#test/deliver.ts';
import { visitorsJob } from './settle-visitors.ts';
import { scene } from './visitors.scene.ts';

test('expected, signed in and out with one press each, with an undo, and the host hears of it', async () => {
  const { site, as, expects, one } = await scene();
  assert.equal((await expects('tomos', { purpose: 'The boiler' })).status, 303);
  const at = await one();
  const desk = await as('office');
  assert.match(
    (await desk.get('/visitors')).text,
    /Idwal Hughes[\s\S]*Boilers and Sons[\s\S]*to Ffion Puw[\s\S]*Sign in/,
  );
  assert.doesNotMatch((await (await as('ffion')).get('/visitors')).text, /Sign in/);
  assert.equal((await desk.post(`${at}/arrive`)).status, 303);
  await deliver(site);
  const today = async () => (await (await as('ffion')).get('/today')).text.split('Done lately')[0]!;
  assert.match(await today(), /Idwal Hughes \(Boilers and Sons\) has come to see you/);
  assert.match(
    (await (await as('tomos')).get('/visitors/here')).text,
    /1 visitor in the building[\s\S]*Idwal Hughes/,
  );
  assert.equal((await desk.post(`${at}/leave`)).status, 303);
  assert.match((await desk.post(`${at}/leave`)).text, /They are signed out already/);
  await deliver(site);
  assert.doesNotMatch(await today(), /has come to see you/);
  assert.match((await desk.get('/visitors/here')).text, /No visitor is signed in/);
  assert.equal((await desk.post(`${at}/not-left`)).status, 303);
  assert.match((await desk.get('/visitors/here')).text, /Idwal Hughes/);
});

test('who was not expected is written down as they stand there', async () => {
  const { as, people, rows, one } = await scene();
  const desk = await as('office');
  assert.match((await desk.get('/visitors/new?here=yes')).text, /Somebody is here/);
  const sent = {
    name: 'Ann Other',
    kind: 'visitor',
    host: people.tomos.personId,
    day: '2026-11-18',
    here: 'yes',
  };
  assert.equal((await desk.post('/visitors/new', sent)).to, await one());
  assert.equal((await desk.post(`${await one()}/arrive`)).status, 303);
  assert.equal((await rows()).length, 1);
});

test('a volunteer comes each week of term, and the weeks after are called off and brought back together', async () => {
  const { as, expects, rows, one } = await scene();
  await expects('ffion', { weekly_until: '2027-01-20' });
  const days = (await rows()).map(({ on_date: on }) => on);
  assert.deepEqual(days, [
    '2026-11-18',
    '2026-11-25',
    '2026-12-02',
    '2026-12-09',
    '2026-12-16',
    '2027-01-06',
    '2027-01-13',
    '2027-01-20',
  ]);
  const ffion = await as('ffion');
  assert.equal((await ffion.post(`${await one()}/end`, { all: 'yes' })).status, 303);
  assert.ok((await rows()).every(({ ended_at: ended }) => ended !== null));
  assert.equal((await ffion.post(`${await one()}/restore`)).status, 303);
  assert.ok((await rows()).every(({ ended_at: ended }) => ended === null));
});

test('what cannot be is said, and nothing is written', async () => {
  const { expects, people, rows } = await scene();
  for (const [more, says] of [
    [{ name: '' }, /Write who comes/],
    [{ day: '2026-11-17' }, /This day is over/],
    [{ weekly_until: '2026-11-11' }, /The last week is before the first/],
    [{ weekly_until: '2028-01-01' }, /for a school year at most/],
    [{ host: people.cai.personId }, /Choose somebody who works at the school/],
    [{ kind: 'burglar' }, /Choose what fits best/],
  ] as const) {
    const { status, text } = await expects('ffion', more);
    assert.equal(status, 422);
    assert.match(text, says);
  }
  assert.deepEqual(await rows(), []);
});

test('the desk is asked to speak with somebody first, reads no reason, and cannot sign in before', async () => {
  const { as, expects, one } = await scene();
  const head = await as('head');
  const words = 'The court has said that he may not come near the school.';
  assert.equal(
    (await head.post('/visitors/settings/cautions', { name: 'idwal  HUGHES', words })).status,
    303,
  );
  await expects('tomos');
  const at = await one();
  // Reception without the roles that read reasons.
  const desk = await as('data');
  const { text } = await desk.get('/visitors');
  assert.match(text, /Before Idwal Hughes comes in, please speak with the head/);
  assert.doesNotMatch(text, /court/);
  assert.equal((await desk.get('/visitors/settings')).status, 403);
  const refused = await desk.post(`${at}/arrive`);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /It may be somebody else of this name/);
  assert.equal((await desk.post(`${at}/arrive`, { spoken: 'yes' })).status, 303);
  assert.doesNotMatch((await (await as('ffion')).get('/visitors')).text, /please speak with/);
  const undo = /action="([^"]+\/end)"/.exec((await head.get('/visitors/settings')).text)![1]!;
  assert.equal((await head.post(undo)).status, 303);
  assert.doesNotMatch((await head.get('/visitors/settings')).text, /court/);
});

test('what was checked is read at the desk alone', async () => {
  const { as, expects, one } = await scene();
  await expects('tomos');
  const at = await one();
  assert.equal((await (await as('tomos')).post(`${at}/check`, { seen: 'seen' })).status, 403);
  assert.equal((await (await as('office')).post(`${at}/check`, { seen: 'not-seen' })).status, 303);
  assert.match((await (await as('mari')).get('/visitors')).text, /Their check was not seen/);
  for (const name of ['ffion', 'tomos'] as const)
    assert.doesNotMatch((await (await as(name)).get(at)).text, /check was not seen/);
});

test('whoever neither expects nor is visited changes nothing; an old page changes nothing either', async () => {
  const { as, expects, usual, one, people } = await scene();
  await expects('ffion');
  const at = await one();
  const change = { ...usual, name: 'Idwal Huws', version: 1 };
  assert.equal((await (await as('tomos')).post(`${at}/change`, change)).status, 403);
  assert.equal((await (await as('tomos')).post(`${at}/end`)).status, 403);
  assert.equal(
    (await (await as('ffion')).post(`${at}/change`, { ...change, host: people.tomos.personId })).status,
    303,
  );
  const late = await (await as('office')).post(`${at}/change`, change);
  assert.equal(late.status, 422);
  assert.match(late.text, /Somebody changed this visit meanwhile/);
  for (const name of ['cai', 'lowri'] as const)
    assert.equal((await (await as(name)).get('/visitors')).status, 403);
});

test('on the sheet for the alarm stand the staff who are away now, not those of another hour', async () => {
  const { site, as, people } = await scene();
  const away = {
    when: 'days',
    from_on: '2026-11-18',
    until_on: '2026-11-18',
    kind: 'other',
    from_time: '15:00',
    until_time: '17:00',
  };
  assert.equal((await (await as('tomos')).post('/cover/away', away)).status, 303, people.tomos.personId);
  const sheet = async () => (await (await as('ffion')).get('/visitors/here')).text;
  assert.match(await sheet(), /Tomos Rees/);
  site.clock.set('2026-11-18T17:30:00Z');
  assert.doesNotMatch(await sheet(), /Tomos Rees/);
});

test('names are emptied when the school’s time is over, and that somebody came stays', async () => {
  const { site, db, school, as, expects, rows, one } = await scene();
  await expects('ffion', { purpose: 'The boiler' });
  const head = await as('head');
  assert.equal((await head.post('/visitors/settings', { keep_days: '30', version: '0' })).status, 303);
  assert.equal((await head.post('/visitors/settings', { keep_days: '60', version: '0' })).status, 422);
  await head.post('/visitors/settings/cautions', {
    name: 'Idwal Hughes',
    words: 'Ring me.',
    until_on: '2026-11-18',
  });
  site.clock.set('2026-12-18T16:30:00Z');
  await runJob(site, visitorsJob);
  assert.equal((await rows())[0]!.name, 'Idwal Hughes');
  site.clock.set('2026-12-19T00:30:00Z');
  await runJob(site, visitorsJob);
  assert.equal((await rows())[0]!.name, '');
  const cautions = await db
    .selectFrom('visitor_caution')
    .select(['name', 'words'])
    .where('owner_id', '=', school.id)
    .execute();
  assert.deepEqual(cautions, [{ name: '', words: '' }], 'and so is why somebody was asked about');
  const { text } = await (await as('ffion')).get(await one());
  assert.match(text, /Name no longer kept/);
  assert.doesNotMatch(text, /boiler|Idwal/i);
});
