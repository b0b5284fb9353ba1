import type { Player } from '../player.ts';
import { begin, book, dayOf, held, offer, prepare, setGoal, takeStep } from './coaching-forms.ts';
import * as texts from './coaching-specialist-texts.ts';
import { talk } from './coaching-talk.ts';

/** Specialist coaching: Sofia with a colleague, one cycle a term; Mei with somebody of another profession. */
export async function specialistCoaching(player: Player): Promise<void> {
  player.at(dayOf(player, -8, 2), '15:55');
  await prepare(player, 'harriet', 'specialist-coaching');
  await offer(player, 'harriet', texts.harrietOffers);
  await sofiaWithHarriet(player);
  player.at(dayOf(player, -9, 2), '18:30');
  await prepare(player, 'therapist', 'specialist-coaching');
  await meiWithCatrin(player);
}

async function sofiaWithHarriet(player: Player): Promise<void> {
  const { sofiasVisits: visits, sofiasTalks: talks } = texts;
  const href = await begin(player, texts.sofiaAndHarriet);
  player.at(dayOf(player, -4, 4), '12:50');
  await book(player, href, 'harriet', visits);
  await book(player, href, 'harriet', talks);
  await held(player, href, visits, {
    [-3]: ['harriet', 60, 'own_lesson'],
    [-1]: ['harriet', 60, 'own_lesson'],
  });
  await held(player, href, talks, {
    [-3]: ['sofia', 60, 'own_lesson', 'practised'],
    [-1]: ['sofia', 45, 'own_lesson'],
  });
  await talk(player, href, talks, texts.sofiasTalk);

  player.at(dayOf(player, -3, 3), '17:05');
  const goal = await setGoal(player, href, 'sofia', texts.sofiasGoal);
  await takeStep(player, goal, 'sofia', {
    words: 'One pen, one line, two names: they write it before I ask.',
    where: 'Reading, Tuesdays and Fridays',
    rehearsed: ['yes', 'together'],
    tried: [
      dayOf(player, -3, 4),
      'Nine of eleven pairs had a line. Two argued over the pen and had none, and what they argued about was the best thing said all morning.',
    ],
  });
  player.at(dayOf(player, -3, 3), '17:15');
  await takeStep(player, goal, 'sofia', {
    words: 'Ask “what did the two of you decide?” and wait for the one who has not spoken.',
    where: 'Reading, straight after the line',
    rehearsed: ['no', 'together'],
    tried: [dayOf(player, -2, 0), 'Five answers with “we”. Ana looked at Tomasz, he nodded, she said it.'],
  });
  await player.settle();
}

async function meiWithCatrin(player: Player): Promise<void> {
  const { meisTimes: times } = texts;
  const href = await begin(player, texts.meiAndCatrin);
  player.at(dayOf(player, -9, 4), '12:35');
  await book(player, href, 'mei', times);
  await held(player, href, times, {
    [-8]: ['mei', 45],
    [-5]: ['therapist', 45, 'own_lesson'],
    [-2]: ['mei', 40, 'own_lesson', 'practised'],
  });
  player.at(dayOf(player, -8, 0), '17:30');
  const goal = await setGoal(player, href, 'mei', texts.meisSharedGoal);
  await takeStep(player, goal, 'mei', {
    words: 'Water tray, five minutes: only say what I see.',
    where: 'After lunch',
    rehearsed: ['yes', 'together'],
    tried: [
      dayOf(player, -5, 2),
      'Three of the five said more than one sentence. One of them told me I had it wrong, at length.',
    ],
    revisited: [
      dayOf(player, -3, 2),
      'slipped-back',
      'When I am in a hurry the questions are back. At the water tray it holds, at the carpet it does not.',
    ],
  });
  player.at(dayOf(player, -5, 0), '21:10');
  await setGoal(player, href, 'mei', texts.meisOwnGoal);
  await talk(player, href, times, texts.meisTalk);
  await player.settle();
}
