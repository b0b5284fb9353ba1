import { addDays, isWeekend } from '#platform/calendar/dates.ts';
import type { Player } from '../player.ts';

/**
 * The duties of Sandhaven Primary: gate, break, buses and who brings the assembly, filled by a suggestion and by hand; first
 * aid on call beside other things. A colleague took a duty for another last week, one is asked now and one asks all.
 */
export async function rotas(player: Player): Promise<void> {
  const { today, people } = player.school;
  const begun = weekdayFrom(addDays(today, -30), -1);

  player.at(begun, '15:55');
  const begin = (name: string, place: string, fields: Record<string, string | readonly string[]>) =>
    player.does('deputy', '/rotas/new', { name, place, keeps_busy: 'yes', needed: '1', ...fields });
  const every = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
  const gate = await begin('Gate before school', 'Harbour gate', {
    weekdays: every,
    from: '08:20',
    until: '08:40',
    needed: '2',
  });
  await fill(player, gate.to);
  const yard = await begin('Break', 'Yard', { weekdays: every, from: '11:00', until: '11:20', needed: '2' });
  await fill(player, yard.to);
  const buses = await begin('Buses', 'Lay-by', {
    weekdays: every,
    from: '15:10',
    until: '15:30',
    swap_needs_leave: 'yes',
  });
  await fill(player, buses.to);
  const assembly = await begin('Assembly', 'Hall', { weekdays: ['friday'], from: '14:50', until: '15:10' });
  await put(player, assembly.to, 'head');
  const aid = await player.does('deputy', '/rotas/new', {
    name: 'First aid on call',
    place: 'Office',
    needed: '1',
    weekdays: every,
    from: '08:45',
    until: '15:30',
  });
  for (const [n, who] of ['office', 'senco', 'office', 'senco', 'office'].entries())
    await put(player, aid.to, who, n);

  // A week ago somebody took the gate; today a colleague is asked, and another asks all.
  player.at(weekdayFrom(addDays(today, -8), -1), '12:40');
  const before = await dutyOf(player, 'Gate before school', weekdayFrom(addDays(today, -6), 1));
  if (before !== null) {
    await player.does(before.key, `${before.path}/ask`, { asked: '', words: 'I take 6A to the museum.' });
    const swap = await lastSwap(player);
    const taker = ['harriet', 'sofia', 'jakub', 'bronwen'].find(
      (key) => !before.standing.includes(people[key]!),
    );
    await player.does(taker!, `${swap}/take`);
  }
  player.at(today, '08:05');
  const next = await dutyOf(player, 'Break', weekdayFrom(addDays(today, 2), 1));
  if (next !== null) {
    const asked = people['gethin'] === next.personId ? 'jakub' : 'gethin';
    await player.does(next.key, `${next.path}/ask`, {
      asked: people[asked]!,
      words: 'The speech therapist comes just then.',
    });
  }
  const later = await dutyOf(player, 'Buses', weekdayFrom(addDays(today, 3), 1));
  if (later !== null)
    await player.does(later.key, `${later.path}/ask`, {
      asked: '',
      words: 'My train goes at twenty past three.',
    });
  await player.settle();
}

function weekdayFrom(day: string, step: 1 | -1): string {
  let found = day;
  while (isWeekend(found)) found = addDays(found, step);
  return found;
}

/** Takes the whole suggestion for a rota; nothing where there is none. */
async function fill(player: Player, rota: string): Promise<void> {
  const page = (await player.reads('deputy', `${rota}/fill`)).text;
  const take = [...page.matchAll(/name="take" value="([^"]+)" checked/g)].map(([, value]) => value!);
  if (take.length > 0) await player.does('deputy', `${rota}/fill`, { take });
}

/** Puts somebody on the n-th time of a rota. */
async function put(player: Player, rota: string, who: string, n = 0): Promise<void> {
  const rows = await player.db
    .selectFrom('rota_slot')
    .select('id')
    .where('owner_id', '=', player.school.id)
    .where('rota_id', '=', rota.split('/')[2]!)
    .orderBy('id')
    .execute();
  await player.does('deputy', `${rota}/stands`, {
    slot: rows[n]!.id,
    person: player.school.people[who]!,
    from_on: '',
  });
}

/** Somebody of the cast who has a duty on a day, its address, and all who stand there that weekday; null where the school is closed or nobody has. */
async function dutyOf(player: Player, rota: string, day: string) {
  const { db, school } = player;
  const weekday = new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  });
  const rows = await db
    .selectFrom('rota_stand as t')
    .innerJoin('rota_slot as s', (join) =>
      join.onRef('s.id', '=', 't.slot_id').on('s.owner_id', '=', school.id),
    )
    .innerJoin('rota as r', (join) => join.onRef('r.id', '=', 's.rota_id').on('r.owner_id', '=', school.id))
    .select(['t.id', 't.person_id'])
    .where('t.owner_id', '=', school.id)
    .where('t.ended_at', 'is', null)
    .where('r.name', '=', rota)
    .where('s.weekday', '=', weekday.toLowerCase())
    .orderBy('t.id')
    .execute();
  for (const { id, person_id: personId } of rows) {
    const key = Object.keys(school.people).find((each) => school.people[each] === personId);
    if (key !== undefined) {
      const standing = rows.map((each) => each.person_id);
      return { key, personId, standing, path: `/rotas/duties/${id}/${day}` };
    }
  }
  return null;
}

async function lastSwap({ db, school }: Player): Promise<string> {
  const { id } = await db
    .selectFrom('rota_swap')
    .select('id')
    .where('owner_id', '=', school.id)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return `/rotas/swaps/${id}`;
}
