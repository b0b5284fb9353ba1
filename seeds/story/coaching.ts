import type { Player } from '../player.ts';
import { coCoaching } from './coaching-co-coaching.ts';
import { mentoringForInduction } from './coaching-induction.ts';
import { otherPairings } from './coaching-others.ts';
import { threeQuestions } from './coaching-pulse.ts';
import { specialistCoaching } from './coaching-specialist.ts';

/** Mentoring, specialist coaching and co-coaching, over the last ten teaching weeks. */
export async function coaching(player: Player): Promise<void> {
  await mentoringForInduction(player);
  await specialistCoaching(player);
  await coCoaching(player);
  await otherPairings(player);
  await threeQuestions(player);
}
