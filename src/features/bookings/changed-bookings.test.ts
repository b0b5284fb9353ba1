import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver, runJob } from '#test/deliver.ts';
import { scene, thursday } from './bookings.scene.ts';
import { bookingsJob } from './settle-bookings.ts';

const hrefIn = (text: string): string => /href="(\/bookings\/[0-9a-f-]{36})"/.exec(text)![1]!;

test('the undo of a weekly booking takes back all of it', async () => {
  const { hall, as, standing, first } = await scene();
  const ffion = await as('ffion');
  const { to } = await ffion.post('/bookings/new', {
    thing: hall,
    day: thursday,
    from: first.startsAt,
    until: first.endsAt,
    purpose: 'Choir',
    weekly_until: '2026-12-10',
  });
  assert.equal((await standing()).length, 4);
  const undo = /action="(\/bookings\/[0-9a-f-]+\/undo-weekly)"/.exec((await ffion.get(to)).text)![1]!;
  assert.equal((await ffion.post(undo)).status, 303);
  assert.deepEqual(await standing(), []);
});

test('a colleague’s booking is changed by nobody but them and the office, who says why', async () => {
  const { book, as, standing, site } = await scene();
  await book('ffion');
  const href = /href="(\/bookings\/[0-9a-f-]{36})"/.exec(
    (await (await as('tomos')).get(`/bookings?day=${thursday}`)).text,
  )![1]!;
  const tomos = await as('tomos');
  assert.equal((await tomos.post(`${href}/end`)).status, 403);
  const office = await as('office');
  assert.equal((await office.post(`${href}/end`)).status, 422, 'without a reason');
  assert.equal(
    (await office.post(`${href}/end`, { why: 'The polling station needs the hall.' })).status,
    303,
  );
  await deliver(site);
  const ffion = await as('ffion');
  assert.match((await ffion.get('/today')).text, /Hall on Thursday 19 November was taken back/);
  assert.match((await ffion.get(href)).text, /The polling station needs the hall/);
  assert.deepEqual(await standing(), []);
});

test('what waits for a yes stands on the list of those who look after rooms until they say it', async () => {
  const { book, as, hall, site } = await scene();
  const office = await as('office');
  await office.post(`/bookings/things/${hall}`, { bookable: 'staff', asks_first: 'yes' });
  await book('ffion');
  await deliver(site);
  const today = (await office.get('/today')).text;
  assert.match(today, /Ffion Puw asks for Hall on Thursday 19 November/);
  const href = /href="(\/bookings\/[0-9a-f-]{36})"/.exec(today)![1]!;
  assert.equal((await (await as('tomos')).post(`${href}/agree`)).status, 403);
  assert.equal((await office.post(`${href}/agree`)).status, 303);
  await deliver(site);
  assert.doesNotMatch((await office.get('/today')).text.split('Done lately')[0]!, /asks for Hall/);
  assert.match((await (await as('ffion')).get(href)).text, /Booked/);
});

test('a lesson that comes later into a booked room waits for whoever booked it; the booking stays', async () => {
  const { book, as, hall, lesson, site, standing } = await scene();
  await book('ffion');
  await lesson(hall);
  await runJob(site, bookingsJob);
  assert.match(
    (await (await as('ffion')).get('/today')).text,
    /Hall on Thursday 19 November: a lesson came in the way/,
  );
  assert.equal((await standing()).length, 1);
});

test('moved to another time it is free at the old one; who saves an older page is told', async () => {
  const { book, as, standing, hall } = await scene();
  await book('ffion');
  const ffion = await as('ffion');
  const href = /href="(\/bookings\/[0-9a-f-]{36})"/.exec((await ffion.get('/bookings')).text)![1]!;
  const sent = {
    thing: hall,
    day: thursday,
    from: '15:30',
    until: '16:30',
    purpose: 'Assembly',
    version: '1',
  };
  assert.equal((await ffion.post(`${href}/change`, sent)).status, 303);
  assert.deepEqual(await standing(), [`Hall ${thursday} 15:30 Ffion Puw`]);
  assert.match((await ffion.post(`${href}/change`, sent)).text, /changed this booking meanwhile/);
  assert.equal((await book('tomos')).status, 303);
});

test('what those who look after rooms took back is not booked again by one press; why stays between them', async () => {
  const { book, as, standing } = await scene();
  await book('ffion');
  const [ffion, tomos, office] = [await as('ffion'), await as('tomos'), await as('office')];
  const href = hrefIn((await ffion.get('/bookings')).text);
  await office.post(`${href}/end`, { why: 'The polling station needs the hall.' });
  assert.doesNotMatch((await ffion.get(href)).text, /Book it again/);
  const again = await ffion.post(`${href}/restore`);
  assert.equal(again.status, 422);
  assert.match(again.text, /Those who look after rooms took it back/);
  assert.doesNotMatch((await tomos.get(href)).text, /polling station/);
  assert.match((await ffion.get(href)).text, /polling station/);
  assert.equal((await office.post(`${href}/restore`)).status, 303);
  assert.equal((await standing()).length, 1);
});

test('a yes is to what was asked for: more hours or more pieces ask again, fewer do not', async () => {
  const { book, as, hall } = await scene();
  const [office, ffion] = [await as('office'), await as('ffion')];
  await office.post(`/bookings/things/${hall}`, { bookable: 'staff', asks_first: 'yes' });
  await book('ffion', { from: '14:00', until: '15:00' });
  const href = hrefIn((await ffion.get('/bookings')).text);
  await office.post(`${href}/agree`);
  const change = async (fields: Record<string, string>) =>
    ffion.post(`${href}/change`, { thing: hall, day: thursday, purpose: 'Assembly', ...fields });
  await change({ from: '14:10', until: '15:00', version: '1' });
  assert.match((await ffion.get(href)).text, /<dd>Booked/);
  const longer = await change({ from: '14:10', until: '15:20', version: '2' });
  assert.match(longer.said, /waits for a yes again/);
  assert.match((await ffion.get(href)).text, /Waits for a yes/);
});

test('where there are fewer than are booked, whoever booked last hears of it', async () => {
  const { book, as, laptops, site } = await scene();
  await book('ffion', { thing: laptops, how_many: '15' });
  site.clock.set('2026-11-18T16:40:00Z');
  await book('tomos', { thing: laptops, how_many: '15' });
  const office = await as('office');
  const saved = await office.post(`/bookings/things/${laptops}`, {
    name: 'Laptops',
    how_many: '20',
    note: '',
    bookable: 'staff',
  });
  assert.match(saved.said, /Whoever booked last hears/);
  await deliver(site);
  assert.match(
    (await (await as('tomos')).get('/today')).text,
    /Laptops on Thursday 19 November: there are not enough/,
  );
  assert.doesNotMatch((await (await as('ffion')).get('/today')).text, /not enough/);
});

test('all later weeks that were taken back are booked again at one press, those that are still free', async () => {
  const { book, as, standing } = await scene();
  await book('ffion', { weekly_until: '2026-12-10' });
  const ffion = await as('ffion');
  const href = hrefIn((await ffion.get('/bookings')).text);
  const before = await standing();
  await ffion.post(`${href}/end`, { all: 'yes' });
  assert.deepEqual(await standing(), []);
  await book('tomos', { day: '2026-12-03' });
  const back = await ffion.post(`${href}/restore`);
  assert.match(back.said, new RegExp(`booked again for ${before.length - 1} of ${before.length} days`));
  assert.equal((await standing()).length, before.length);
});

test('two bookings one after the other leave room for a third beside both, and nobody hears of a collision', async () => {
  const { book, as, laptops, site } = await scene();
  assert.equal(
    (await book('ffion', { thing: laptops, how_many: '20', from: '09:00', until: '10:00' })).status,
    303,
  );
  site.clock.set('2026-11-18T16:40:00Z');
  assert.equal(
    (await book('ffion', { thing: laptops, how_many: '20', from: '10:00', until: '11:00' })).status,
    303,
  );
  site.clock.set('2026-11-18T16:50:00Z');
  assert.equal(
    (await book('tomos', { thing: laptops, how_many: '10', from: '09:00', until: '11:00' })).status,
    303,
  );
  await deliver(site);
  assert.doesNotMatch((await (await as('tomos')).get('/today')).text, /not enough/);
});

test('where there are fewer than a single booking has, whoever made it hears of it', async () => {
  const { book, as, laptops, site } = await scene();
  await book('ffion', { thing: laptops, how_many: '15' });
  const fewer = { name: 'Laptops', how_many: '10', note: '', bookable: 'staff' };
  await (await as('office')).post(`/bookings/things/${laptops}`, fewer);
  await deliver(site);
  assert.match((await (await as('ffion')).get('/today')).text, /not enough/);
});
