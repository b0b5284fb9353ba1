import type { Player } from '../player.ts';
import { dayOf } from './coaching-forms.ts';
import { yearsAgo } from './days.ts';
import { addressIn } from './lookups.ts';

/** Appraisal, apart from all that: Amina's targets, agreed with Priya, and a formal observation that waits for coaching. */
export async function appraisal(player: Player): Promise<void> {
  player.at(dayOf(player, -10, 2), '17:30');
  await player.does('head', '/appraisal/settings', { coaching_first: 'yes', version: 0 });
  await writtenAnew(player);
  await copiedFromHerGoal(player);
  player.at(dayOf(player, -1, 2), '12:15');
  await player.does('cpd', '/appraisal/observations/new', {
    person: player.school.people.gethin,
    on_date: dayOf(player, 3, 1),
    starts_at: '10:00',
    minutes: 40,
    place: '4B',
    focus: 'Mathematics. Gethin chooses the lesson.',
  });
  await player.settle();
}

async function writtenAnew(player: Player): Promise<void> {
  player.at(dayOf(player, -9, 4), '15:50');
  const target = addressIn(
    (
      await player.does('amina', '/appraisal/targets/new', {
        year: yearsAgo(player, 0).name,
        wording:
          'Lead the Year 4 planning for fractions and leave behind a plan that Year 3 and Year 5 can use.',
        looks_like: 'The plan stands in the shared folder by June, with what did not go well in it.',
      })
    ).to,
  );
  await agree(player, target, -8);
}

/** She copies the wording of a goal, and nothing else of it. */
async function copiedFromHerGoal(player: Player): Promise<void> {
  const { id } = await player.db
    .selectFrom('coaching_cycle')
    .select('id')
    .where('owner_id', '=', player.school.people.amina!)
    .executeTakeFirstOrThrow();
  player.at(dayOf(player, -8, 3), '17:40');
  const { to } = await player.does(
    'amina',
    `/coaching/goals/${player.school.people.amina}/${id}/to-appraisal`,
    {
      wording:
        'Pupils in 4A explain each other’s ways in mathematics before anybody says whether they are right.',
    },
  );
  await agree(player, addressIn(to), -7);
}

/** Amina agrees to the words first, then Priya, who is her line manager. */
async function agree(player: Player, target: string, week: number): Promise<void> {
  player.at(dayOf(player, week, 4), '15:45');
  for (const key of ['amina', 'cpd']) await player.does(key, `${target}/agree`, { version: 1 });
}
