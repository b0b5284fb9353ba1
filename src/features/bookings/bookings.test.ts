import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertRooms } from '#features/timetable/index.ts';
import { startOfTests } from '#test/site.ts';
import { scene, thursday } from './bookings.scene.ts';

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

test('a series in whose way some days are is booked on the others, when one says so', async () => {
  const { book, standing } = await scene();
  await book('ffion', { day: '2026-11-26' });
  const series = { weekly_until: '2026-12-10', purpose: 'Drama' };
  assert.match((await book('tomos', series)).text, /taken on 1 of 4 days: 26 Nov/);
  assert.equal((await book('tomos', { ...series, leave_out: 'yes' })).status, 303);
  assert.equal((await standing()).filter((line) => line.endsWith('Tomos Rees')).length, 3);
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

test('rooms stand in the order in which people number them', async () => {
  const { as, db, school } = await scene();
  const rooms = ['Room 10', 'Room 2', 'Room 1'].map((name) => ({ name, seats: 30, note: '' }));
  await insertRooms(db, school.id, rooms, { now: startOfTests, batchId: null });
  const page = (await (await as('ffion')).get('/bookings')).text;
  assert.match(page, /Room 1<[^]*Room 2<[^]*Room 10</);
});
