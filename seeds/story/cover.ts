import { addDays, isWeekend } from '#platform/calendar/dates.ts';
import type { Player } from '../player.ts';

/**
 * Who was away at Sandhaven Primary and who took their classes: a training day a while ago, arranged in one go; somebody
 * who is ill today, half arranged; a trip to come. The time of the early-career teacher is kept free of cover.
 */
export async function cover(player: Player): Promise<void> {
  const { today, people } = player.school;
  const back = weekdayFrom(addDays(today, -9), -1);
  const now = weekdayFrom(today, 1);

  player.at(addDays(back, -20), '15:50');
  for (const [weekday, from, until] of [
    ['tuesday', '13:10', '15:10'],
    ['thursday', '09:00', '10:00'],
  ] as const)
    await player.does('office', `/cover/people/${people['yusuf']}/free`, {
      weekday,
      from,
      until,
      kind: 'early-career',
    });

  player.at(addDays(back, -12), '12:40');
  const training = await player.does('gethin', '/cover/away', {
    when: 'days',
    from_on: back,
    kind: 'training',
    words: 'Phonics with the cluster, at Harbour School',
    shown: 'yes',
  });
  await leaveWork(player, 'gethin', training.to, [
    'Reading journals are on the window sill: chapter four, then the questions on the card.',
    'Maths book page 31, a to f. The answers are in my drawer.',
  ]);
  player.at(addDays(back, -3), '08:20');
  await takeSuggestions(player, back);

  // In the evening before, so that the office finds it in the morning.
  player.at(addDays(now, -1), '20:40');
  const ill = await player.does('elif', '/cover/away', { when: 'days', from_on: now, kind: 'ill' });
  await leaveWork(player, 'elif', ill.to, [
    'Register, then the story box. The children know what to do.',
    'Number lines to 50: the sheets are copied and lie on my desk.',
  ]);
  player.at(now === today ? now : today, '07:20');
  await takeSuggestions(player, now, 3);

  await player.does('cpd', '/cover/away', {
    when: 'days',
    from_on: weekdayFrom(addDays(now, 8), 1),
    from_time: '12:20',
    kind: 'visit',
    words: 'With 5A at the lifeboat station',
    shown: 'yes',
  });
  await player.settle();
}

/** The first day from Monday to Friday from this one on, in one direction. */
function weekdayFrom(day: string, step: 1 | -1): string {
  let found = day;
  while (isWeekend(found)) found = addDays(found, step);
  return found;
}

/** Writes what the first classes of an absence do; in the holidays there are none. */
async function leaveWork(
  player: Player,
  key: string,
  absence: string,
  texts: readonly string[],
): Promise<void> {
  const page = (await player.reads(key, absence)).text;
  const fields = [...page.matchAll(/name="(work-[^"]+)"/g)].map(([, name]) => name!);
  const version = /name="version" value="(\d+)"/.exec(page.split('/work"')[1] ?? '')?.[1];
  const week = /name="week" value="([^"]+)"/.exec(page)?.[1];
  if (fields.length === 0 || version === undefined || week === undefined) return;
  await player.does(key, `${absence}/work`, {
    version,
    week,
    ...Object.fromEntries(texts.slice(0, fields.length).map((text, n) => [fields[n]!, text])),
  });
}

/** The office takes what is suggested for a day: all of it, or as many as said. */
async function takeSuggestions(player: Player, day: string, most = Infinity): Promise<void> {
  const page = (await player.reads('office', `/cover/plan?day=${day}`)).text;
  const take = [...page.matchAll(/name="take" value="([^"]+)" checked/g)].map(([, value]) => value!);
  if (take.length === 0) return;
  await player.does('office', '/cover/plan', { day, take: take.slice(0, most) });
  await player.settle();
}
