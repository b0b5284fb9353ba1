import type { Player } from '../player.ts';
import { readingAboutWaiting } from './groups-journal-club.ts';
import { learningToKnow } from './groups-learning-community.ts';
import { studyOfFractions } from './groups-lesson-study.ts';
import { ownProtocol } from './groups-own-protocol.ts';
import { themeOfTheYear } from './groups-theme.ts';

/** What members of staff started for themselves, each group at another point of its way. */
export async function groups(player: Player): Promise<void> {
  await themeOfTheYear(player);
  await learningToKnow(player);
  await readingAboutWaiting(player);
  await studyOfFractions(player);
  await ownProtocol(player);
}
