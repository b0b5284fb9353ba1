import { addDays, isWeekend } from '#platform/calendar/dates.ts';
import type { Player } from '../player.ts';

/**
 * What Sandhaven Primary books and mends: laptops and the camera, choir in the hall each week, a hall that waits for the
 * office's yes; a lamp that was mended, a projector that two have trouble with, and a tap that nobody looks after yet.
 */
export async function bookings(player: Player): Promise<void> {
  const { today, people } = player.school;
  const next = weekdayFrom(today);
  const later = weekdayFrom(addDays(next, 1));

  player.at(addDays(today, -40), '09:20');
  for (const [name, howMany, note] of [
    ['Laptops', '30', 'In the trolley by the library. Please plug them in again.'],
    ['Camera', '1', 'In the office, with its charger.'],
    ['Minibus', '1', 'Sixteen seats. The key is with Tom in the office.'],
  ] as const)
    await player.does('office', '/bookings/things', { name, how_many: howMany, note });
  const things = await thingsByName(player);
  await player.does('office', `/bookings/things/${things.get('Minibus')}`, {
    name: 'Minibus',
    how_many: '1',
    note: 'Sixteen seats. The key is with Tom in the office.',
    bookable: 'staff',
    asks_first: 'yes',
  });

  player.at(addDays(today, -12), '12:35');
  const lamp = await player.does('mei', '/repairs/new', {
    title: 'The lamp over the sink flickers',
    room: things.get('Room 4A'),
    text: 'Only in the mornings, and it hums.',
  });
  await player.does('office', `${lamp.to}/move`, {
    state: 'looked-at',
    action: 'A new tube is ordered.',
    after: people['office'],
    version: 1,
  });
  player.at(addDays(today, -6), '14:10');
  await player.does('office', `${lamp.to}/move`, {
    state: 'mended',
    action: 'New tube, and the switch was loose.',
    after: people['office'],
    version: 2,
  });

  player.at(addDays(today, -5), '15:50');
  const hall = things.get('Hall');
  const book = (key: string, thing: string, day: string, fields: Record<string, string>) =>
    player.does(key, '/bookings/new', { thing: things.get(thing), day, ...fields });
  if (hall !== undefined)
    await book('gethin', 'Hall', next, {
      from: '15:30',
      until: '16:30',
      purpose: 'Choir',
      weekly_until: addDays(next, 28),
      leave_out: 'yes',
    });
  await book('sofia', 'Laptops', next, {
    from: '09:30',
    until: '10:30',
    how_many: '15',
    purpose: '5B: tables and charts',
  });
  await book('jakub', 'Laptops', next, {
    from: '09:30',
    until: '11:00',
    how_many: '12',
    purpose: '6A: letters to the harbour master',
  });
  await book('bronwen', 'Camera', later, { from: '13:15', until: '14:15', purpose: 'Seeds, day nine' });
  await book('harriet', 'Minibus', later, {
    from: '09:00',
    until: '12:00',
    purpose: 'Swimming gala, ten children',
  });

  player.at(addDays(today, -2), '08:25');
  const projector = await player.does('elif', '/repairs/new', {
    title: 'The projector turns itself off',
    room: things.get('Room 2B'),
    text: 'After ten minutes. Turning it off and on again helps for ten more.',
  });
  await player.does('bronwen', `${projector.to}/too`);
  await player.does('office', `${projector.to}/move`, {
    state: 'being-mended',
    action: 'The filter is full of dust. Its cover needs a tool, which comes on Thursday.',
    after: people['office'],
    version: 1,
  });
  player.at(addDays(today, -1), '15:35');
  await player.does('sofia', '/repairs/new', {
    title: 'The tap drips',
    room: '',
    place: 'The cloakroom of year 5',
  });
  await player.settle();
}

function weekdayFrom(day: string): string {
  let found = day;
  while (isWeekend(found)) found = addDays(found, 1);
  return found;
}

/** Rooms and equipment by their names. */
async function thingsByName({ db, school }: Player): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('room')
    .select(['id', 'name'])
    .where('owner_id', '=', school.id)
    .where('ended_at', 'is', null)
    .execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}
