import { addDays } from '#platform/calendar/dates.ts';
import type { Player } from '../player.ts';
import { ask, begin, book, dayOf, held, offer, prepare } from './coaching-forms.ts';
import * as texts from './coaching-others-texts.ts';

/** What else goes on: for challenge, among assistants, ended and begun anew, answered with no, not answered yet. */
export async function otherPairings(player: Player): Promise<void> {
  await forChallenge(player);
  await amongAssistants(player);
  await endedQuietly(player);
  const href = await ask(player, texts.notThisTime);
  player.at(dayOf(player, texts.notThisTime.begins, 2), '10:40');
  await player.does('harriet', `${href}/answer`, { answer: 'no' });
  await newsGrowsOld(player);
  await ask(player, texts.waits, 3);
  await player.settle();
}

/** What ended is told to those who stayed for a fortnight; then it leaves their lists by itself. */
async function newsGrowsOld(player: Player): Promise<void> {
  await player.settle();
  player.at(addDays(dayOf(player, texts.notThisTime.begins, 3), 16), '04:40');
  await player.runs('coaching.look-through');
}

/** They have met three times, and nothing is booked: only they and Helen see that. */
async function forChallenge(player: Player): Promise<void> {
  player.at(dayOf(player, -9, 4), '11:20');
  await prepare(player, 'senco', 'mentoring');
  await offer(player, 'senco', texts.sianOffers);
  const href = await begin(player, texts.oliverAndSian);
  player.at(dayOf(player, -8, 4), '08:10');
  await book(player, href, 'senco', texts.oliversTimes);
  await held(player, href, texts.oliversTimes, {
    [-7]: ['senco', 55],
    [-5]: ['senco', 40],
    [-3]: ['oliver', 40],
  });
}

async function amongAssistants(player: Player): Promise<void> {
  player.at(dayOf(player, -9, 2), '14:30');
  await prepare(player, 'experienced', 'mentoring');
  await offer(player, 'experienced', texts.assistantOffers);
  for (const { pair, times } of texts.assistantPairs) {
    const href = await begin(player, pair);
    player.at(dayOf(player, pair.begins, 4), '09:00');
    await book(player, href, 'experienced', times);
    const over = times.weeks.filter((week) => week < 0);
    await held(
      player,
      href,
      times,
      Object.fromEntries(over.map((week) => [week, ['experienced', times.minutes, 'own_lesson'] as const])),
    );
  }
}

/** Rosa stops without saying why, and finds somebody else. */
async function endedQuietly(player: Player): Promise<void> {
  const first = await begin(player, texts.rosaFirst);
  player.at(dayOf(player, -6, 3), '17:45');
  await player.does('music', `${first}/leave`);
  const then = await begin(player, texts.rosaThen);
  player.at(dayOf(player, -5, 4), '15:40');
  await book(player, then, 'bronwen', texts.rosasTimes);
  await held(player, then, texts.rosasTimes, { [-4]: ['bronwen', 60], [-2]: ['music', 45, 'own_lesson'] });
}
