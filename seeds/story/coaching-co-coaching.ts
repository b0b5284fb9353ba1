import type { Player } from '../player.ts';
import { begin, book, dayOf, held, prepare, setGoal, takeStep } from './coaching-forms.ts';
import * as texts from './coaching-co-coaching-texts.ts';
import { talk } from './coaching-talk.ts';
import { daysAfter } from './days.ts';

/** Co-coaching: Amina and Gethin by turns, with two goals, and a visit to each other's lesson. */
export async function coCoaching(player: Player): Promise<void> {
  const { theirTimes: times } = texts;
  const on = (week: number, day: number): string => dayOf(player, week, day);
  player.at(on(-11, 2), '16:20');
  await prepare(player, 'amina', 'co-coaching');
  await prepare(player, 'gethin', 'co-coaching', {
    'goals-and-rehearsal': {
      width:
        'Too broad: better questions. Too narrow: say “why” on Tuesday. So that one can see it: after a wrong answer two other pupils speak before I do.',
    },
  });
  const href = await begin(player, texts.aminaAndGethin);
  player.at(on(-10, 4), '12:45');
  await book(player, href, 'gethin', times);
  await held(player, href, times, {
    [-9]: ['amina', 50],
    [-7]: ['gethin', 45, 'own_lesson'],
    [-5]: ['amina', 45, 'own_lesson', 'practised'],
    [-3]: ['gethin', 60, 'own_lesson'],
    [-1]: ['amina', 40, 'own_lesson'],
  });

  player.at(on(-9, 3), '16:45');
  const aminas = await setGoal(player, href, 'amina', texts.aminasGoal);
  for (const step of texts.aminasSteps(on)) await takeStep(player, aminas, 'amina', step);
  player.at(on(-7, 3), '16:50');
  const gethins = await setGoal(player, href, 'gethin', texts.gethinsGoal);
  for (const step of texts.gethinsSteps(on)) await takeStep(player, gethins, 'gethin', step);

  await visit(player, href);
  for (const each of texts.theirTalks) await talk(player, href, times, each);
  await player.settle();
}

/** Gethin watches Amina's lesson: agreed, predicted, held, and written up by both. */
async function visit(player: Player, href: string): Promise<void> {
  const { week, day, time, place, pupils, focus, predicted, noticed, seen, plan } = texts.visit;
  const on = dayOf(player, week, day);
  player.at(dayOf(player, week - 1, 3), '16:30');
  const { to } = await player.does('amina', '/my-learning/observations/new', {
    on_date: on,
    starts_at: time,
    minutes: 30,
    place,
    pupils,
    focus,
    with: `${href.split('/').at(-1)} ${player.school.people.gethin}`,
    role: 'observed',
  });
  await player.does('gethin', `${to}/accept`);
  const [expect, unsure] = predicted;
  await player.does('amina', `${to}/write/predicted`, { version: 0, expect, unsure });
  await player.settle();
  player.at(on, '15:40');
  await player.does('amina', `${to}/done`);
  const [happened, different] = noticed;
  await player.does('amina', `${to}/write/noticed`, { version: 0, happened, different, ready: 'yes' });
  player.at(on, '16:30');
  const names = ['looking-for', 'moves', 'pupils', 'my-plan', 'ask'];
  await player.does('gethin', `${to}/write/notes`, {
    version: 0,
    ready: 'yes',
    ...Object.fromEntries(names.map((name, index) => [name, seen[index]!])),
  });
  const [goal, practice, evidence] = plan;
  player.at(daysAfter(on, 1), '16:10');
  await player.reads('amina', to);
  await player.does('amina', `${to}/write/plan`, { version: 0, goal, practice, evidence });
  await player.settle();
}
