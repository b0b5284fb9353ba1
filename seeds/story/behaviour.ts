import { addDays } from '#platform/calendar/dates.ts';
import type { Player } from '../player.ts';
import { pupilsOf } from './consents.ts';
import { daysAfter, teachingWeek } from './days.ts';
import { kindWords, noted, wentWrong } from './behaviour-texts.ts';

/** Those who note things week by week, each about their own class. */
const writers = [
  { key: 'amina', className: '4A' },
  { key: 'sofia', className: '5B' },
  { key: 'jakub', className: '6A' },
  { key: 'yusuf', className: '3B' },
] as const;

/** So many weeks back it begins. */
const weeks = 6;

/** What went well in four classes over six weeks, a little that went wrong, what followed, and a few certificates. */
export async function behaviour(player: Player): Promise<void> {
  const { school } = player;
  player.at(teachingWeek(player, -weeks - 2), '15:40');
  await player.does('head', '/school/behaviour/begin');
  await player.does('head', '/school/behaviour/promise', {
    promise: 'We keep nobody after school without a word to the family the day before.',
    notice_hours: '24',
    class_totals: 'yes',
    version: '0',
  });
  for (const [name, needed] of [
    ['Shell certificate', '4'],
    ['Lighthouse certificate', '8'],
  ] as const)
    await player.does('head', '/school/behaviour/rewards', {
      name,
      words: 'You noticed what was needed and did it. Thank you.',
      needed,
      counts: 'events',
      span: 'term',
    });
  const categories = await categoriesOf(player);
  for (let week = -weeks; week < 0; week++)
    for (const [nth, { key, className }] of writers.entries())
      for (const turn of [0, 1, 2]) {
        const pupils = pupilsOf(player, className);
        const place = (week + weeks) * 3 + turn;
        const { category, words } = noted[(place + nth) % noted.length]!;
        // A few are seen often, and everybody now and then.
        const those = [place * 5 + nth, place * 7 + 3, (turn % 2) * 2 + nth].map(
          (n) => pupils[n % pupils.length]!.id,
        );
        player.at(addDays(teachingWeek(player, week), (turn * 2 + nth) % 5), '15:20');
        await player.does(key, `/behaviour/classes/${school.units[className]}`, {
          tone: 'positive',
          pupils: [...new Set(those)],
          category: categories.get(category)!,
          words,
          on: addDays(teachingWeek(player, week), (turn * 2 + nth) % 5),
          at: turn === 0 ? '10:40' : '14:10',
          place: turn === 2 ? 'break' : 'lesson',
          seen: 'shown',
        });
      }
  await player.settle();
  await whatWentWrong(player, categories);
  await certificates(player);
  await player.settle();
}

async function categoriesOf({ db, school }: Player): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('behaviour_category')
    .select(['id', 'name'])
    .where('owner_id', '=', school.id)
    .execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** Now and then something goes wrong: noted without guesses, looked at, talked about and put right. */
async function whatWentWrong(player: Player, categories: ReadonlyMap<string, string>): Promise<void> {
  const { school } = player;
  for (const { week, day, pupil, className, by, category, words, at, place } of wentWrong) {
    const on = addDays(teachingWeek(player, week), day);
    player.at(on, '15:30');
    await player.does(by, `/behaviour/pupils/${pupilsOf(player, className)[pupil]!.id}/note`, {
      tone: 'negative',
      pupils: pupilsOf(player, className)[pupil]!.id,
      category: categories.get(category)!,
      words,
      on,
      at,
      place,
      seen: 'waiting',
    });
  }
  const [first] = await player.db
    .selectFrom('behaviour_event')
    .select(['id', 'pupil_id'])
    .where('owner_id', '=', school.id)
    .where('tone', '=', 'negative')
    .orderBy('happened_on')
    .orderBy('id')
    .limit(1)
    .execute();
  const own = `/behaviour/pupils/${first!.pupil_id}`;
  const friday = addDays(teachingWeek(player, -3), 4);
  player.at(addDays(teachingWeek(player, -3), 3), '08:20');
  await player.does('amina', `/behaviour/events/${first!.id}/show`, { version: '1' });
  await player.does('amina', `${own}/help-notes`, {
    words: 'Say it two minutes before something ends. Stopping then needs no second word.',
    shared: 'yes',
  });
  const plan = {
    kind: 'repair',
    minutes: '20',
    place: 'Library',
    supervisor: school.people['deputy']!,
    told_how: 'phone',
  };
  const { to } = await player.does('amina', `${own}/follow-ups`, {
    ...plan,
    about: first!.id,
    words: 'Find out together how the game can be fair.',
    on: friday,
    at: '12:30',
  });
  player.at(friday, '13:05');
  await player.does('deputy', `${to}/outcome`, {
    outcome: 'They made three rules for the game and will show them to the class.',
    put_right: 'yes',
    version: '1',
  });
  // One is still to come, at the next lunch time of a school day.
  player.at(addDays(teachingWeek(player, -1), 3), '15:45');
  const second = pupilsOf(player, '4A')[wentWrong.at(-1)!.pupil]!.id;
  const [last] = await player.db
    .selectFrom('behaviour_event')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('pupil_id', '=', second)
    .where('seen', '=', 'waiting')
    .execute();
  await player.does('amina', `/behaviour/events/${last!.id}/show`, { version: '1' });
  await player.does('amina', `/behaviour/pupils/${second}/follow-ups`, {
    ...plan,
    kind: 'talk',
    words: 'What happened at the gate, and what to do next time.',
    on: daysAfter(school.today, 0),
    at: '12:30',
  });
  await player.does('amina', `/behaviour/pupils/${second}/help-notes`, { words: kindWords });
}

/** On Friday two teachers give all that their pupils have reached; elsewhere it waits. */
async function certificates(player: Player): Promise<void> {
  player.at(addDays(teachingWeek(player, -1), 4), '14:50');
  for (const { key } of writers.slice(0, 2)) {
    const { text } = await player.reads(key, '/behaviour/rewards');
    const all = text.match(/\/behaviour\/rewards\/[0-9a-f-]+\/pupils\/[0-9a-f-]+\/give/g) ?? [];
    for (const give of new Set(all)) await player.does(key, give);
  }
}
