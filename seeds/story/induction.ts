import type { Player } from '../player.ts';
import { dayOf } from './coaching-forms.ts';
import { yearsAgo } from './days.ts';
import { evidence, forAll, reviewHeld, yusufsLines } from './induction-texts.ts';
import { addressIn } from './lookups.ts';

/** The school's induction on the twelve principles, and Yusuf's plan with what shows each. Mentoring is beside it, not in it. */
export async function induction(player: Player): Promise<void> {
  player.at(dayOf(player, -11, 2), '15:40');
  for (const [principle, words] of Object.entries(forAll))
    await player.does('mentors', `/induction/school/${principle}`, { words, version: 0 });
  const plan = await beginPlan(player);
  await writeLines(player, plan);
  for (const { principle, when, by, words } of evidence) {
    const on = dayOf(player, ...when);
    player.at(on, '16:35');
    await player.does(by, `${plan}/principles/${principle}/evidence`, { words, link: '', on_date: on });
  }
  await reviews(player, plan);
}

async function beginPlan(player: Player): Promise<string> {
  const { people } = player.school;
  player.at(dayOf(player, -10), '16:10');
  const { to } = await player.does('mentors', '/induction/new', {
    person: people.yusuf,
    tutor: people.deputy,
    new_in: 'Year 3 teacher, second year of induction',
    starts_on: yearsAgo(player, 1).terms[0]!.startsOn,
    ends_on: yearsAgo(player, 0).terms[2]!.endsOn,
  });
  const plan = addressIn(to);
  await player.does('mentors', `${plan}/people`, { person: people.bronwen, may: 'write' });
  await player.settle();
  player.at(dayOf(player, -10, 1), '12:30');
  await player.reads('yusuf', plan);
  await player.reads('deputy', plan);
  return plan;
}

async function writeLines(player: Player, plan: string): Promise<void> {
  player.at(dayOf(player, -10, 2), '15:55');
  for (const { principle, part, by, words, until } of yusufsLines)
    await player.does(by, `${plan}/principles/${principle}/${part}`, {
      words,
      by_on: until === undefined ? '' : dayOf(player, until, 4),
      version: 0,
    });
}

/** One review was held; the next stands in both calendars. */
async function reviews(player: Player, plan: string): Promise<void> {
  const on = dayOf(player, reviewHeld.week, reviewHeld.day);
  player.at(dayOf(player, -9, 0), '12:15');
  await player.does('deputy', `${plan}/reviews`, { on_date: on });
  const { id } = await player.db
    .selectFrom('induction_review')
    .select('id')
    .where('owner_id', '=', player.school.id)
    .where('plan_id', '=', plan.split('/').at(-1)!)
    .executeTakeFirstOrThrow();
  player.at(on, '16:00');
  await player.does('deputy', `${plan}/reviews/${id}/held`, { next_words: reviewHeld.next });
  await player.does('deputy', `${plan}/reviews`, { on_date: dayOf(player, 2, 3) });
  await player.settle();
}
