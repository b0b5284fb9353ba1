import { addDays } from '#platform/calendar/dates.ts';
import type { Player } from '../player.ts';
import { daysAfter, teachingWeek } from './days.ts';
import { margedLeaves } from './people.ts';

/** "Talk that teaches" is closed, and everybody has read by now what was put before them weeks ago. */
export async function comeToThePresent(player: Player): Promise<void> {
  player.at(teachingWeek(player, -4), '15:00');
  await player.does('cpd', '/programmes/talk-that-teaches/close');
  await player.settle();
  await readWhatLies(player, [...toRead, ...toNote], teachingWeek(player, -2));
  await readWhatLies(player, toNote, teachingWeek(player, -1));
  await readWhatLies(player, byNextDay, addDays(player.school.today, -1));
  await margedLeaves(player);
  const { now, today } = player.school;
  player.at(today, now.toISOString().slice(11, 16));
  await player.settle();
}

/** What asks for nothing but to be read. */
const toRead = [
  'try-out-shared',
  'try-out-comment',
  'question-answered',
  'starting-points-shared',
  'interview-noted',
  'interview-replied',
];

/** What is known once the notice is read, or stands in the calendar, so that people take it off their list. */
const toNote = [
  'person.enrolled',
  'cycle-report.released',
  'step.moved',
  'observation.day',
  'coaching.look-again',
  'induction.review',
  'repairs.moved',
];

/** What people open within a day or two. */
const byNextDay = ['messages.unread', 'repairs.moved'];

/** People open what has waited for them since before `until`, or take it off their list. */
async function readWhatLies(player: Player, kinds: readonly string[], until: string): Promise<void> {
  const { people } = player.school;
  for (const [key, id] of Object.entries(people)) {
    const notices = await player.db
      .selectFrom('notice')
      .select(['id', 'href', 'kind', 'created_at as createdAt'])
      .where('owner_id', '=', id)
      .where('done_at', 'is', null)
      .where('kind', 'in', kinds)
      .where('created_at', '<', new Date(until))
      .orderBy('created_at')
      .execute();
    const read = new Set<string>();
    for (const { id: notice, href, kind, createdAt } of notices) {
      player.at(daysAfter(createdAt.toISOString().slice(0, 10), 1), '07:55');
      if (toNote.includes(kind)) await player.does(key, `/today/waiting/${notice}/done`);
      else if (!read.has(href)) await player.reads(key, href);
      read.add(href);
    }
  }
}
