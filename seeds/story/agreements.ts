import { addDays } from '#platform/calendar/dates.ts';
import type { Fields } from '../browser.ts';
import type { Player } from '../player.ts';
import {
  aminaAndGethin,
  againAminaAndGethin,
  oliverAndMei,
  type Pact,
  threeInReading,
} from './agreement-texts.ts';
import { teachingWeek } from './days.ts';
import { finishedPacts } from './agreements-of-talk.ts';
import { isWrittenUp } from './observations.ts';
import { addressIn } from './lookups.ts';

/** Partnerships: three that are finished, two at work, one that waits for a signature, one just proposed. */
export async function agreements(player: Player): Promise<void> {
  for (const pact of finishedPacts) await keep(player, pact);
  await keep(player, aminaAndGethin);
  await agreeAgain(player);
  await keep(player, threeInReading, { reviewed: false });
  await waitForMei(player);
  player.at(teachingWeek(player, -1), '12:20');
  await propose(
    player,
    'how-numbers-are-made',
    ['dilys', 'kezia'],
    'Reception to Reception: shall we look at how ours see small numbers?',
  );
  await player.settle();
}

/** A day in a teaching week of a programme, 0 for its Monday. */
const dayOf = (player: Player, { begins: first }: Pact, week: number, day = 0): string =>
  addDays(teachingWeek(player, first + week), day);

async function propose(
  player: Player,
  slug: string,
  [first, ...others]: Pact['partners'],
  proposal: string,
): Promise<string> {
  const partners = others.map((key) => player.school.people[key]!);
  return addressIn(
    (await player.does(first, `/programmes/${slug}/agreements/new`, { partners, proposal })).to,
  );
}

async function write(player: Player, pact: Pact): Promise<string> {
  const [first, ...others] = pact.partners;
  player.at(dayOf(player, pact, 1, 3), '15:50');
  const href = await propose(player, pact.slug, pact.partners, pact.proposal);
  await player.settle();
  player.at(dayOf(player, pact, 1, 4), '12:35');
  for (const key of others) await player.does(key, `${href}/answer`, { answer: 'accepted' });
  await player.settle();
  player.at(dayOf(player, pact, 2, 1), '15:45');
  await player.does(first, `${href}/write`, await fieldsOf(player, pact, 0));
  return href;
}

async function sign(player: Player, href: string, keys: readonly string[], version: number): Promise<void> {
  for (const key of keys) await player.does(key, `${href}/sign`, { version });
}

/** From the question to the last visit that lies behind us; the finished ones are closed. */
async function keep(player: Player, pact: Pact, { reviewed = true } = {}): Promise<void> {
  const href = await write(player, pact);
  player.at(dayOf(player, pact, 2, 2), '16:05');
  await sign(player, href, pact.partners, 1);
  await player.settle();
  player.at(dayOf(player, pact, 3, 1), '08:10');
  await tasksDone(player, href, pact.partners[0]);
  await visitsDone(player, href);
  if (reviewed) {
    player.at(dayOf(player, pact, 8, 4), '15:40');
    await player.does(pact.partners[0], `${href}/review`, {
      version: 0,
      keep: 'The day and the time: they stand in the timetable now and nobody asks for them.',
      change: 'Say beforehand which two pupils the other should listen to.',
      next_on: dayOf(player, pact, Math.max(pact.reviewWeek, 9) + 3),
      then: 'keep',
    });
  }
  await player.settle();
  if (pact.slug !== 'talk-that-teaches') return;
  player.at(dayOf(player, pact, 23, 3), '15:30');
  await player.does(pact.partners[0], `${href}/close`);
  await player.settle();
}

/** They begin the second cycle with another text, signed anew by both. */
async function agreeAgain(player: Player): Promise<void> {
  const pact = { ...aminaAndGethin, ...againAminaAndGethin };
  const { id } = await player.db
    .selectFrom('item')
    .select('id')
    .where('owner_id', '=', player.school.id)
    .where('kind', '=', 'agreement')
    .where('author_id', '=', player.school.people.amina!)
    .executeTakeFirstOrThrow();
  player.at(dayOf(player, pact, 12, 2), '15:45');
  await player.does('gethin', `/agreements/${id}/write`, await fieldsOf(player, pact, 1));
  player.at(dayOf(player, pact, 12, 3), '12:40');
  await sign(player, `/agreements/${id}`, pact.partners, 2);
  await player.settle();
  await visitsDone(player, `/agreements/${id}`);
  await player.settle();
}

async function waitForMei(player: Player): Promise<void> {
  const href = await write(player, oliverAndMei);
  player.at(dayOf(player, oliverAndMei, 2, 2), '16:00');
  await sign(player, href, ['oliver'], 1);
  await player.settle();
}

async function tasksDone(player: Player, href: string, key: string): Promise<void> {
  const tasks = await player.db
    .selectFrom('agreement_task')
    .select('id')
    .where('owner_id', '=', player.school.id)
    .where('agreement_id', '=', idIn(href))
    .where('done_at', 'is', null)
    .execute();
  for (const { id } of tasks) await player.does(key, `${href}/tasks/${id}/done`);
}

/** Says of each visit whose day has passed and that is not written up that it took place; the one who was watched says so. */
async function visitsDone(player: Player, href: string): Promise<void> {
  const visits = await player.db
    .selectFrom('observation')
    .select(['id', 'observed_id as observedId', 'on_date as on'])
    .where('owner_id', '=', player.school.id)
    .where('circle_id', '=', idIn(href))
    .where('done_at', 'is', null)
    .where('called_off_at', 'is', null)
    .where('on_date', '<', teachingWeek(player, 0))
    .orderBy('on_date')
    .execute();
  for (const { id, observedId, on } of visits) {
    const observed = keyOf(player, observedId);
    if (isWrittenUp(player, observed, on)) continue;
    player.at(on, '15:35');
    await player.does(observed, `/observations/${id}/done`);
  }
}

const idIn = (href: string): string => href.split('/').at(-1)!;

const keyOf = ({ school }: Player, personId: string): string =>
  Object.keys(school.people).find((key) => school.people[key] === personId)!;

/** The eight parts as the form sends them. */
async function fieldsOf(player: Player, pact: Pact, version: number): Promise<Fields> {
  const { people, id: owner } = player.school;
  const priority = await player.db
    .selectFrom('school_priority')
    .select('id')
    .where('owner_id', '=', owner)
    .where('title', '=', pact.priority)
    .executeTakeFirstOrThrow();
  return {
    version,
    focus_priorities: [priority.id],
    focus_topic: 'yes',
    focus_own: pact.own,
    'part-focus': pact.focus,
    focus_pupils: pact.pupils,
    focus_looks: pact.looksLike,
    focus_know: pact.wouldKnow,
    'part-how': pact.how,
    places: pact.places,
    'part-record': pact.record,
    'part-observations': pact.often,
    'part-feedback': pact.feedback,
    ...Object.fromEntries(
      pact.visits.flatMap(([observer, observed, week, day, time, place], row) => [
        [`obs_on_${row}`, dayOf(player, pact, week, day)],
        [`obs_at_${row}`, time],
        [`obs_who_${row}`, `${people[observer]} ${people[observed]}`],
        [`obs_place_${row}`, place],
      ]),
    ),
    prep_colleagues: 'yes',
    prep_who_colleagues: people[pact.partners[0]]!,
    prep_by_colleagues: dayOf(player, pact, 3, 1),
    'part-before-we-start': pact.before,
    'part-review': pact.review,
    review_on: dayOf(player, pact, pact.reviewWeek, 4),
    'part-other-support': pact.support,
    'part-peer-coaching-record': pact.coachingRecord,
  };
}
