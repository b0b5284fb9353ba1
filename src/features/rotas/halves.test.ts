import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene, words } from './rotas.scene.ts';

test('where the school goes by morning and afternoon, a duty can be half a day, and stands against a class then', async () => {
  const { as, begin, put, db, school } = await scene({ timetabled: false });
  const senior = await as('senior');
  assert.match(words((await senior.get('/rotas/new')).text), /Morning, 09:00 to 12:00/);
  const half = { name: 'Hall', half: 'Morning', from: '', until: '', weekdays: ['monday', 'thursday'] };
  const rota = await begin(half);
  const slots = await db
    .selectFrom('rota_slot')
    .select(['weekday', 'starts_at', 'ends_at'])
    .where('owner_id', '=', school.id)
    .orderBy('id')
    .execute();
  assert.deepEqual(
    slots.map(({ weekday, starts_at: from, ends_at: until }) => [weekday, from, until]),
    [
      ['monday', '09:00:00', '12:00:00'],
      ['thursday', '09:00:00', '12:00:00'],
    ],
  );
  assert.match((await put(rota, 'ffion')).said, /Ffion Puw teaches then/);
  assert.doesNotMatch((await put(rota, 'senior')).said, /teaches then/);
});

test('half a day that there is not, or beside times, is refused', async () => {
  const { as, begin } = await scene({ timetabled: false });
  const senior = await as('senior');
  const sent = { name: 'Hall', weekdays: ['saturday'], half: 'Morning', from: '', until: '', needed: 1 };
  for (const [more, says] of [
    [{}, /There is no such half on a Saturday/],
    [{ weekdays: ['monday'], half: 'Night' }, /There is no such half on a Monday/],
    [{ weekdays: ['monday'], from: '09:00', until: '10:00' }, /leave one of them empty/],
    [{ weekdays: ['monday'], half: '' }, /Say from when/],
  ] as const) {
    const { status, text } = await senior.post('/rotas/new', { ...sent, ...more });
    assert.equal(status, 422);
    assert.match(text, says);
  }
  const rota = await begin();
  assert.equal((await senior.post(`${rota}/times`, { ...sent, weekdays: ['friday'] })).status, 303);
});

test('a school of lessons chooses times, and no half; the only time of a rota is chosen already', async () => {
  const { as, begin } = await scene();
  const { text } = await (await as('senior')).get(await begin());
  assert.match(text, /<option value="[0-9a-f-]{36}" selected>Thursday, 08:20 to 08:45/);
  assert.doesNotMatch((await (await as('senior')).get('/rotas/new')).text, /name="half"/);
});

test('whoever teaches the whole morning can be in the yard at break, and not at the gate as it begins', async () => {
  const { db, school, begin, put } = await scene();
  // The lesson of Ffion’s on Mondays and Thursdays becomes a morning.
  await db
    .updateTable('period')
    .set({ ends_at: '12:00' })
    .where('owner_id', '=', school.id)
    .where('name', '=', 'Period 1')
    .execute();
  const said = async (from: string, until: string) =>
    (await put(await begin({ weekdays: ['monday'], from, until }), 'ffion')).said;
  assert.doesNotMatch(await said('10:30', '10:50'), /teaches then/);
  assert.match(await said('08:50', '09:10'), /teaches then/);
  assert.match(await said('10:00', '11:00'), /teaches then/);
  assert.match(await said('11:45', '12:15'), /teaches then/);
});
