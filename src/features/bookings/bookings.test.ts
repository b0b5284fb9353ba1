import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertRooms } from '#features/timetable/index.ts';
import { deliver, runJob } from '#test/deliver.ts';
import { startOfTests } from '#test/site.ts';
import { scene, thursday } from './bookings.scene.ts';
import { bookingsJob } from './settle-bookings.ts';

test('a room is booked, stands in the picture of the day for all staff, and is taken back at one press', async () => {
  const { hall, as, standing, first } = await scene();
  const ffion = await as('ffion');
  const answer = await ffion.post('/bookings/new', {
    thing: hall,
    day: thursday,
    from: first.startsAt,
    until: first.endsAt,
    purpose: 'Assembly',
  });
  assert.equal(answer.status, 303);
  assert.deepEqual(await standing(), [`Hall ${thursday} ${first.startsAt} Ffion Puw`]);
  const page = (await (await as('tomos')).get(`/bookings?day=${thursday}`)).text;
  assert.match(page, /<bdi>Ffion Puw<\/bdi>: <bdi>Assembly<\/bdi>/);
  assert.match(page, /<bdi>8A, Science<\/bdi>/);
  const undo = /action="(\/bookings\/[0-9a-f-]+\/end)"/.exec((await ffion.get(answer.to)).text)![1]!;
  assert.equal((await ffion.post(undo)).status, 303);
  assert.deepEqual(await standing(), []);
  assert.equal((await ffion.post(undo)).status, 422, 'the reason of whoever was first stands');
});

test('where a lesson is, nobody books: one hears which, and what else is free', async () => {
  const { book, library, standing } = await scene();
  const { status, text } = await book('ffion', { thing: library });
  assert.equal(status, 422);
  assert.match(text, /Library is taken on Thursday 19 November from [\d:]+ to [\d:]+ \(8A, Science\)/);
  assert.match(text, /Free then: Hall/);
  assert.doesNotMatch(text, /Free then: [^.]*Den/, 'a smaller room will not do');
  assert.deepEqual(await standing(), []);
});

test('before and after, and on another day, it is free', async () => {
  const { book, first } = await scene();
  await book('ffion');
  assert.equal((await book('tomos')).status, 422);
  assert.equal((await book('tomos', { from: first.endsAt, until: '17:00' })).status, 303);
  assert.equal((await book('tomos', { from: '07:30', until: first.startsAt })).status, 303);
  assert.equal((await book('tomos', { day: '2026-11-20' })).status, 303);
});

test('forty who book the same room for the same time: one has it, and nobody else', async () => {
  const { book, standing } = await scene();
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) => book(n % 2 ? 'ffion' : 'tomos', { purpose: `Try ${n}` })),
  );
  assert.equal(answers.filter(({ status }) => status === 303).length, 1);
  assert.ok(answers.every(({ status }) => status === 303 || status === 422));
  assert.equal((await standing()).length, 1);
});

test('of thirty laptops never more than thirty are out at one moment, whoever asks when', async () => {
  const { book, laptops, db, school } = await scene();
  const hours = ['08:00', '09:00', '10:00', '11:00', '12:00', '13:00'];
  let seed = 5;
  const random = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  await Promise.all(
    Array.from({ length: 30 }, () => {
      const from = random(5);
      return book(random(2) ? 'ffion' : 'tomos', {
        thing: laptops,
        how_many: String(1 + random(15)),
        from: hours[from]!,
        until: hours[from + 1 + random(5 - from)]!,
      });
    }),
  );
  const kept = await db
    .selectFrom('booking')
    .select(['starts_at as from', 'ends_at as until', 'how_many as n'])
    .where('owner_id', '=', school.id)
    .execute();
  assert.ok(kept.length > 3, `${kept.length} were kept`);
  for (const hour of hours) {
    const out = kept
      .filter(({ from, until }) => String(from).slice(0, 5) <= hour && hour < String(until).slice(0, 5))
      .reduce((sum, { n }) => sum + n, 0);
    assert.ok(out <= 30, `${out} at ${hour}`);
  }
});

test('two bookings one after the other take laptops once: a third beside both fits', async () => {
  const { book, laptops } = await scene();
  const twenty = { thing: laptops, how_many: '20' };
  assert.equal((await book('ffion', { ...twenty, from: '09:00', until: '10:00' })).status, 303);
  assert.equal((await book('ffion', { ...twenty, from: '10:00', until: '11:00' })).status, 303);
  assert.equal(
    (await book('tomos', { thing: laptops, how_many: '10', from: '09:00', until: '11:00' })).status,
    303,
  );
  assert.equal(
    (await book('tomos', { thing: laptops, how_many: '1', from: '09:30', until: '10:30' })).status,
    422,
  );
  assert.match((await book('tomos', { thing: laptops, how_many: '31' })).text, /There are 30 of them/);
});

test('a weekly booking leaves out holidays; where a day is taken nothing is booked unless one says so', async () => {
  const { book, standing, library } = await scene();
  assert.equal((await book('ffion', { weekly_until: '2027-01-14', purpose: 'Choir' })).status, 303);
  const choir = await standing();
  // Five Thursdays of the autumn term and two of the spring term.
  assert.deepEqual(
    choir.map((line) => line.split(' ')[1]),
    ['2026-11-19', '2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17', '2027-01-07', '2027-01-14'],
  );
  const refused = await book('tomos', { day: '2026-11-12', thing: library, weekly_until: '2026-12-17' });
  assert.equal(refused.status, 422, 'a day that is over');
  const taken = await book('tomos', { weekly_until: '2027-01-14' });
  assert.match(taken.text, /taken on 7 of 7 days/);
});

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

test('a series in whose way some days are is booked on the others, when one says so', async () => {
  const { book, standing } = await scene();
  await book('ffion', { day: '2026-11-26' });
  const series = { weekly_until: '2026-12-10', purpose: 'Drama' };
  assert.match((await book('tomos', series)).text, /taken on 1 of 4 days: 26 Nov/);
  assert.equal((await book('tomos', { ...series, leave_out: 'yes' })).status, 303);
  assert.equal((await standing()).filter((line) => line.endsWith('Tomos Rees')).length, 3);
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

test('what is booked by those who look after rooms alone is refused to others', async () => {
  const { book, as, hall, standing } = await scene();
  await (await as('office')).post(`/bookings/things/${hall}`, { bookable: 'keepers' });
  assert.match((await book('ffion')).text, /booked by those who look after rooms/);
  assert.equal((await book('office')).status, 303);
  assert.equal((await book('cai')).status, 403);
  assert.equal((await standing()).length, 1);
});

test('times that make none, and days that are over, are refused with words and keep what was typed', async () => {
  const { book } = await scene();
  const refused = async (fields: Record<string, string>, words: RegExp) => {
    const { status, text } = await book('ffion', fields);
    assert.equal(status, 422, JSON.stringify(fields));
    assert.match(text, words);
    assert.match(text, /value="Assembly"/);
  };
  await refused({ day: '2026-11-17' }, /This day is over/);
  await refused({ from: '' }, /Say from when/);
  await refused({ from: '10:00', until: '09:00' }, /It ends before it begins/);
  await refused({ weekly_until: '2026-11-01' }, /last week is before the first/);
  assert.equal((await book('ffion', { thing: '01936f6e-0000-7000-8000-000000000000' })).status, 404);
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

const hrefIn = (text: string): string => /href="(\/bookings\/[0-9a-f-]{36})"/.exec(text)![1]!;

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

test('how many is a whole number or is asked for again; a form without the field means one', async () => {
  const { book, as, laptops, standing } = await scene();
  const refused = await book('ffion', { thing: laptops, how_many: 'twelve' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Write a (whole )?number/);
  const office = await as('office');
  const stock = { name: 'Laptops', note: '', bookable: 'staff' };
  assert.equal((await office.post(`/bookings/things/${laptops}`, { ...stock, how_many: '3O' })).status, 422);
  assert.equal((await book('ffion', { thing: laptops })).status, 303);
  assert.deepEqual(await standing(), [`Laptops ${thursday} 09:00 Ffion Puw`]);
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

test('rooms stand in the order in which people number them', async () => {
  const { as, db, school } = await scene();
  const rooms = ['Room 10', 'Room 2', 'Room 1'].map((name) => ({ name, seats: 30, note: '' }));
  await insertRooms(db, school.id, rooms, { now: startOfTests, batchId: null });
  const page = (await (await as('ffion')).get('/bookings')).text;
  assert.match(page, /Room 1<[^]*Room 2<[^]*Room 10</);
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
