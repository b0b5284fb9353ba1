import { addDays } from '#platform/calendar/dates.ts';
import type { Player } from '../player.ts';
import { daysAfter, teachingWeek } from './days.ts';
import { partnershipOf, programmeId } from './lookups.ts';
import type { ObservationText } from './observation-text.ts';
import { readingVisits } from './observations-of-reading.ts';
import { talkVisits } from './observations-of-talk.ts';

/** Visits to each other's lessons and by the specialist: written up by both, owed, agreed for next week, just asked. */
export async function observations(player: Player): Promise<void> {
  for (const text of [...talkVisits, ...readingVisits]) await observe(player, text);
}

async function observe(player: Player, text: ObservationText): Promise<void> {
  const { people } = player.school;
  const { observed, observer, peer, slug } = text;
  const circle = peer ? await partnershipOf(player, slug, observed) : await programmeId(player, slug);
  const [week, , time] = text.when;
  const on = dayOf(player, text);
  const planned = peer && text.stands !== 'proposed' ? await plannedFor(player, circle, text) : undefined;
  player.at(addDays(teachingWeek(player, Math.min(text.begins + week - 1, -1)), 1), '12:45');
  const when = {
    on_date: on,
    starts_at: time,
    minutes: 30,
    place: text.place,
    pupils: text.pupils,
    focus: text.focus,
  };
  const { to } = planned
    ? await player.does(observed, `/observations/${planned.id}/arrange`, {
        ...when,
        version: planned.version,
      })
    : await player.does(observed, '/my-learning/observations/new', {
        ...when,
        with: `${circle} ${people[observer]}`,
        role: 'observed',
      });
  await player.settle();
  if (text.stands === 'proposed') return;
  // What both planned in their agreement needs no second yes.
  if (!planned) await player.does(observer, `${to}/accept`);
  const [expect, unsure] = text.predicted!;
  await player.does(observed, `${to}/write/predicted`, { version: 0, expect, unsure });
  if (text.stands === 'agreed') return player.settle();

  player.at(on, '15:40');
  await player.does(observed, `${to}/done`);
  const [happened, different] = text.noticed!;
  await player.does(observed, `${to}/write/noticed`, { version: 0, happened, different, ready: 'yes' });
  if (text.stands === 'feedback-owed') return player.settle();
  player.at(daysAfter(on, 1), '15:50');
  await player.does(observer, `${to}/write/${peer ? 'notes' : 'feedback'}`, {
    version: 0,
    ...asSeen(text),
    ready: 'yes',
  });
  const [goal, practice, evidence] = text.plan!;
  player.at(daysAfter(on, 2), '16:10');
  await player.reads(observed, to);
  await player.does(observed, `${to}/write/plan`, { version: 0, goal, practice, evidence });
  await player.settle();
}

const dayOf = (player: Player, { begins, when: [week, weekday] }: ObservationText): string =>
  addDays(teachingWeek(player, begins + week), weekday);

/** Whether these two write up what happened on this day, and say then that it took place. */
export const isWrittenUp = (player: Player, observed: string, on: string): boolean =>
  [...talkVisits, ...readingVisits].some(
    (text) =>
      text.peer && text.stands !== 'proposed' && text.observed === observed && dayOf(player, text) === on,
  );

/** The observation that the partnership's agreement has planned for that day. */
const plannedFor = (
  player: Player,
  circle: string,
  text: ObservationText,
): Promise<{ id: string; version: number } | undefined> =>
  player.db
    .selectFrom('observation')
    .select(['id', 'version'])
    .where('owner_id', '=', player.school.id)
    .where('circle_id', '=', circle)
    .where('observed_id', '=', player.school.people[text.observed]!)
    .where('on_date', '=', dayOf(player, text))
    .where('called_off_at', 'is', null)
    .executeTakeFirst();

/** What the observer writes, by the names of their form. */
function asSeen({ peer, seen = [] }: ObservationText): Record<string, string> {
  const names = peer
    ? ['looking-for', 'moves', 'pupils', 'my-plan', 'ask']
    : ['pupils', 'responded', 'keep', 'try'];
  return Object.fromEntries(names.map((name, index) => [name, seen[index] ?? '']));
}
