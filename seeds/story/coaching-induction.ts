import type { Player } from '../player.ts';
import { begin, book, dayOf, held, offer, prepare, setGoal, takeStep, timesOf } from './coaching-forms.ts';
import * as kezias from './coaching-kezia-texts.ts';
import { talk } from './coaching-talk.ts';
import * as texts from './coaching-yusuf-texts.ts';

/** Mentoring for induction: Yusuf with Bronwen, every week; Kezia with Dilys, in as few words as possible. */
export async function mentoringForInduction(player: Player): Promise<void> {
  player.at(dayOf(player, -11, 3), '16:05');
  await prepare(player, 'bronwen', 'mentoring', texts.bronwenPrepares);
  await offer(player, 'bronwen', texts.bronwenOffers);
  await yusufWithBronwen(player);
  player.at(dayOf(player, -10, 3), '15:35');
  await prepare(player, 'dilys', 'mentoring');
  await keziaWithDilys(player);
}

async function yusufWithBronwen(player: Player): Promise<void> {
  const { yusufsTimes: times } = texts;
  const href = await begin(player, texts.yusufAndBronwen);
  player.at(dayOf(player, -10, 4), '12:40');
  await book(player, href, 'yusuf', times);
  await held(player, href, times, {
    [-9]: ['bronwen', 50],
    [-8]: ['yusuf', 45, 'own_lesson'],
    [-7]: ['yusuf', 40, 'own_lesson'],
    [-6]: ['yusuf', 45, 'own_lesson'],
    [-5]: ['bronwen', 30, 'own_lesson', 'practised'],
    [-3]: ['yusuf', 45, 'practised'],
    [-2]: ['yusuf', 50, 'own_lesson'],
    [-1]: ['bronwen', 40, 'own_lesson'],
  });
  await oneTuesdayFallsAway(player, href);
  for (const each of texts.yusufTalks) await talk(player, href, times, each);
  await firstRound(player, href);
  await secondRound(player, href);
  await watchGethin(player, href);
  await player.settle();
}

async function oneTuesdayFallsAway(player: Player, href: string): Promise<void> {
  const on = dayOf(player, -4, texts.yusufsTimes.day);
  player.at(on, '07:40');
  await player.does('bronwen', `${href}/times/${(await timesOf(player, href))[on]}/call-off`);
}

async function firstRound(player: Player, href: string): Promise<void> {
  player.at(dayOf(player, -9, 1), '17:10');
  const goal = await setGoal(player, href, 'yusuf', texts.firstGoal);
  await takeStep(player, goal, 'yusuf', {
    words: 'After the question: hands behind my back, look at the window table, count to three.',
    where: 'The first question after the starter, in mathematics',
    rehearsed: ['no', 'alone'],
    tried: [
      dayOf(player, -9, 3),
      'Three looked up who had not before. Amal whispered to her neighbour and her neighbour put up a hand.',
    ],
    revisited: [
      dayOf(player, -7, 3),
      'with-thought',
      'They wait with me now. If I forget, one of them says “you didn’t do the thing”.',
    ],
  });
  player.at(dayOf(player, -8, 1), '16:55');
  await takeStep(player, goal, 'yusuf', {
    words: 'An easy question, and wait at that one too.',
    where: 'Wednesday’s lesson on tens',
    rehearsed: ['yes', 'together'],
    tried: [
      dayOf(player, -8, 2),
      'Giggling at first, because it was easy. Then nine hands, two of them new.',
    ],
    revisited: [dayOf(player, -6, 2), 'by-itself', ''],
  });
  player.at(dayOf(player, -5, 1), '17:20');
  await player.does('yusuf', `${goal}/finish`, { came_of_it: texts.cameOfFirst, version: 1 });
}

async function secondRound(player: Player, href: string): Promise<void> {
  player.at(dayOf(player, -4, 3), '16:15');
  const goal = await setGoal(player, href, 'yusuf', texts.secondGoal);
  player.at(dayOf(player, -3, 1), '14:30');
  await takeStep(player, goal, 'yusuf', {
    words: '“What did she mean?” to somebody who has not spoken, then step to the side of the board.',
    where: 'Fractions of a shape, second question',
    rehearsed: ['no', 'together'],
    tried: [
      dayOf(player, -2, 3),
      'The first time nobody spoke and I nearly helped. The second time Lena said “she means the pieces have to be fair”, and three others went on from that.',
    ],
  });
  player.at(dayOf(player, -1, 1), '14:35');
  await takeStep(player, goal, 'yusuf', {
    words: 'Write a wrong answer up myself and look at it as if I did not know.',
    where: 'Friday’s lesson, if it fits',
    rehearsed: ['yes', 'together'],
  });
}

async function watchGethin(player: Player, href: string): Promise<void> {
  player.at(dayOf(player, -2, 1), '14:50');
  await player.does('bronwen', `${href}/support`, {
    ...texts.supportByGethin,
    link: '',
    by_on: dayOf(player, -1, 4),
  });
  const { id } = await player.db
    .selectFrom('brokered_support')
    .select('id')
    .where('owner_id', '=', player.school.id)
    .where('coaching_id', '=', href.split('/').at(-1)!)
    .executeTakeFirstOrThrow();
  player.at(dayOf(player, -1, 2), '15:20');
  await player.does('yusuf', `${href}/support/${id}/answer`, {
    state: 'happened',
    came_of_it: texts.supportCame,
    version: 1,
  });
}

async function keziaWithDilys(player: Player): Promise<void> {
  const { keziasTimes: times } = kezias;
  const href = await begin(player, kezias.keziaAndDilys);
  player.at(dayOf(player, -9, 4), '12:40');
  await book(player, href, 'kezia', times);
  await held(player, href, times, {
    [-8]: ['kezia', 30],
    [-7]: ['kezia', 25],
    [-6]: ['dilys', 30],
    [-5]: ['kezia', 30, 'own_lesson'],
    [-4]: ['kezia', 20],
    [-3]: ['kezia', 30, 'practised'],
    [-2]: ['dilys', 30, 'own_lesson'],
    [-1]: ['kezia', 15],
  });
  player.at(dayOf(player, -5, 2), '16:20');
  const goal = await setGoal(player, href, 'kezia', kezias.keziasGoal);
  await takeStep(player, goal, 'kezia', {
    words: 'Say it once. Hold up the coat.',
    where: 'Going out to play',
    rehearsed: ['yes', 'together'],
    tried: [dayOf(player, -4, 0), 'Four went. One looked at the coat.'],
    revisited: [dayOf(player, -2, 0), 'with-thought', 'Fine on Mondays.'],
  });
  await talk(player, href, times, kezias.keziasTalk);
  await player.settle();
}
