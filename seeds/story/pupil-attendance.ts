import { sql } from 'kysely';
import { addDays } from '#platform/calendar/dates.ts';
import type { Player } from '../player.ts';
import { pupilsOf } from './consents.ts';
import { daysAfter, teachingWeek } from './days.ts';

/** What families say on the phone, by turns: why, the code it is settled with, their words, who rang. */
const calls = [
  { sort: 'ill', code: 'I', words: 'Sick in the night, still in bed', by: 'mother' },
  { sort: 'ill', code: 'I', words: 'A heavy cold and a temperature', by: 'father' },
  { sort: 'appointment', code: 'M', words: 'At the dentist’s, back after lunch', by: 'mother' },
  { sort: 'ill', code: 'I', words: '', by: 'grandmother' },
  { sort: 'something-else', code: 'C', words: 'The boiler burst and the house is under water', by: 'father' },
] as const;

/** No more than these are played, so that the demo is ready soon. */
const most = 60;

interface Away {
  pupilId: string;
  name: string;
  on: string;
}

/** Three weeks of mornings in the office: most families ring, a few do not; a leave is asked for, and a hand is given. */
export async function pupilAttendance(player: Player): Promise<void> {
  const { school } = player;
  player.at(teachingWeek(player, -6), '14:00');
  await player.does('office', '/attendance/settings', {
    list_at: '09:20',
    accounted_by: '10:00',
    threshold: '90',
    online: 'yes',
    letter: 'You can also ring the office on 01632 960 410, from half past seven on.',
    texts_to: '',
    version: '0',
  });
  const codes = await codesOf(player);
  const away = await awayWithoutReason(player, teachingWeek(player, -3), addDays(school.today, -1));
  // Every fourth family says nothing: that is what the list is for.
  const explained = away.filter((_, nth) => nth % 4 !== 3).slice(0, most);
  for (const [nth, absence] of explained.entries()) await explain(player, absence, nth, codes);
  await leave(player);
  await hand(player, away[3]);
  await player.settle();
}

async function explain(player: Player, { pupilId, on, name }: Away, nth: number, codes: Map<string, string>) {
  const { sort, code, words, by } = calls[nth % calls.length]!;
  player.at(on, nth % 2 === 0 ? '09:35' : '09:50');
  const said = await player.does('office', `/attendance/pupils/${pupilId}/away`, {
    said_by: `The ${by} of ${name}`,
    said_how: 'phone',
    said_on: on,
    from_on: on,
    until_on: '',
    part: 'day',
    sort,
    words,
  });
  // One in six waits to be settled still.
  if (nth % 6 === 5) return;
  await player.does('office', `${said.to}/settle`, {
    decision: 'agreed',
    code_id: codes.get(code) ?? '',
    answer: '',
    version: '1',
  });
}

/** A family asks for two days in a fortnight, and the head answers. */
async function leave(player: Player): Promise<void> {
  const pupil = pupilsOf(player, '5A')[6]!;
  const asked = teachingWeek(player, -1);
  // A school day whatever holidays are near: on a day that is closed nobody asks for leave.
  const from = teachingWeek(player, 2);
  player.at(asked, '11:10');
  const said = await player.does('office', `/attendance/pupils/${pupil.id}/away`, {
    said_by: 'The mother',
    said_how: 'in-person',
    said_on: asked,
    from_on: from,
    until_on: addDays(from, 1),
    part: 'day',
    sort: 'leave',
    words: 'My brother’s wedding in Kraków. We would travel on the first day.',
  });
  player.at(asked, '16:20');
  await player.does('head', `${said.to}/settle`, {
    decision: 'agreed',
    code_id: '',
    answer: 'A wedding in the family is once. Have a lovely time; the class would like to hear about it.',
    version: '1',
  });
}

/** Somebody looks after a pupil who is often missed, and writes down what was done. */
async function hand(player: Player, absence: Away | undefined): Promise<void> {
  if (!absence) return;
  player.at(teachingWeek(player, -1), '15:50');
  await player.does('head', `/attendance/pupils/${absence.pupilId}/notes`, {
    words:
      'Talked with his grandmother at the gate: she brings three children to two schools. Breakfast club from Monday.',
    look_again_on: daysAfter(player.school.today, 10),
  });
}

/** The codes of the school by what they are in the national list. */
async function codesOf({ db, school }: Player): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('attendance_code')
    .select(['id', 'national'])
    .where('owner_id', '=', school.id)
    .where('ended_at', 'is', null)
    .execute();
  return new Map(rows.map(({ id, national }) => [national, id]));
}

/** Pupils whom the registers of these days have as away without a reason, each once a day, as the registers stand. */
async function awayWithoutReason({ db, school }: Player, from: string, until: string): Promise<Away[]> {
  const { rows } = await sql<Away>`select distinct r.on_date::text as on, m.pupil_id as "pupilId", p.name
    from register r join register_mark m on m.owner_id = ${school.id} and m.register_id = r.id
    join attendance_code c on c.owner_id = ${school.id} and c.id = m.code_id and c.national = 'N'
    join person p on p.id = m.pupil_id
    where r.owner_id = ${school.id} and r.on_date between ${from} and ${until} order by 1, 3`.execute(db);
  return rows;
}
