import type { Player } from '../player.ts';
import { dayOf } from './coaching-forms.ts';

/** What Helen decides as co-ordinator, and a quiet word that waits for her. */
export async function coachingCare(player: Player): Promise<void> {
  player.at(dayOf(player, -11, 4), '14:20');
  await player.does('mentors', '/school/coaching/settings', {
    contact: 'Helen in 3A, after three on Mondays. Or Sian, who says nothing to anybody.',
    pulse_weeks: 6,
    hour_cost: 34,
    cover_cost: 29,
    version: 0,
  });
  const { id } = await player.db
    .selectFrom('pairing as p')
    .innerJoin('pairing_person as x', (join) =>
      join.onRef('x.owner_id', '=', 'p.owner_id').onRef('x.pairing_id', '=', 'p.id'),
    )
    .select('p.circle_id as id')
    .where('p.owner_id', '=', player.school.id)
    .where('x.owner_id', '=', player.school.id)
    .where('x.person_id', '=', player.school.people['of-reception']!)
    .executeTakeFirstOrThrow();
  player.at(dayOf(player, -1, 3), '15:25');
  await player.does('of-reception', `/coaching/${id}/wish`, {
    wish: 'talk',
    words: 'Nothing bad. I would like to ask somebody how to say that I need it slower.',
  });
  await player.settle();
}
