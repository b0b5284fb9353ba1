import type { Player } from '../player.ts';
import { yearsAgo } from './days.ts';

/** Priya sets what the lesson studies of the year are about: on its first day, or today before that. */
export async function themeOfTheYear(player: Player): Promise<void> {
  const { today, now } = player.school;
  const begins = yearsAgo(player, 0).terms[0]!.startsOn;
  if (begins < today) player.at(begins, '14:00');
  else player.at(today, now.toISOString().slice(11, 16));
  await player.does('cpd', '/groups/year/lesson-study', {
    title: 'What do pupils picture when they read a problem?',
    about:
      'Our pupils can often do the calculation once somebody has told them which one it is. In every year group teachers said the same in spring: the words are read, and no picture comes. Each group takes its own topic. Bring one lesson to the staff meeting in June.',
    version: 0,
  });
}
