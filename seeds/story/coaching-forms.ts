import { addDays } from '#platform/calendar/dates.ts';
import { catalogue } from '#features/evidence/index.ts';
import type { Fields } from '../browser.ts';
import type { Player } from '../player.ts';
import type { GoalText, PairText, StepText, TimesText } from './coaching-text.ts';
import { teachingWeek } from './days.ts';
import { addressIn } from './lookups.ts';

/** The day of a teaching week, 0 for its Monday. */
export const dayOf = (player: Player, week: number, day = 0): string =>
  addDays(teachingWeek(player, week), day);

/** Somebody finishes what a kind of relationship asks them to prepare. */
export async function prepare(
  player: Player,
  key: string,
  kind: PairText['kind'],
  notes: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Promise<void> {
  const { preparation } = catalogue().relationships.find(({ id }) => id === kind)!;
  for (const module of preparation) {
    const at = `/coaching/preparation/${module}`;
    const written = Object.entries(notes[module] ?? {}).map(([task, words]) => [`words-${task}`, words]);
    if (written.length > 0)
      await player.does(key, `${at}/words`, { ...Object.fromEntries(written), version: 0 });
    await player.does(key, `${at}/done`);
  }
}

/** Somebody says that they are ready to mentor or coach. */
export const offer = (player: Player, key: string, words: Fields): Promise<unknown> =>
  player.does(key, '/coaching/offer', {
    subjects: '',
    phases: '',
    place: '',
    open: 'yes',
    version: 0,
    ...words,
  });

/** Somebody asks others; answers the address of the pairing. */
export async function ask(player: Player, pair: PairText, day = 1): Promise<string> {
  const { learner, others, kind, purpose, rhythm, asks, begins } = pair;
  const [first, second] = others.map((key) => player.school.people[key]!);
  player.at(dayOf(player, begins, day), '12:25');
  const { to } = await player.does(learner, '/coaching/ask', {
    kind,
    for: purpose,
    rhythm,
    with: first,
    and: second,
    words: asks,
  });
  return addressIn(to);
}

/** They ask, say yes two days later, and on the day after write and sign what they agree. */
export async function begin(player: Player, pair: PairText): Promise<string> {
  const href = await ask(player, pair);
  player.at(dayOf(player, pair.begins, 3), '08:05');
  for (const key of pair.others) await player.does(key, `${href}/answer`, { answer: 'yes' });
  if (!pair.agreement) return href;
  player.at(dayOf(player, pair.begins, 3), '15:50');
  await player.does(pair.learner, `${href}/agreement/write`, {
    version: 0,
    look_again_on: pair.lookAgain === undefined ? '' : dayOf(player, pair.lookAgain, 2),
    ...named('part-', pair.agreement),
  });
  for (const key of [pair.learner, ...pair.others])
    await player.does(key, `${href}/agreement/sign`, { version: 1 });
  return href;
}

/** One of them books their times; what they have beside it they know themselves. */
export async function book(player: Player, href: string, key: string, times: TimesText): Promise<void> {
  const { weeks, day, at, minutes, kinds = {}, made } = times;
  const rows = weeks.map((week, row) => ({
    [`book_${row}`]: 'yes',
    [`on_${row}`]: dayOf(player, week, day),
    [`at_${row}`]: at,
    [`minutes_${row}`]: minutes,
    [`kind_${row}`]: kinds[week] ?? 'conversation',
  }));
  await player.does(key, `${href}/times/term`, { ...made, anyway: 'yes', ...Object.assign({}, ...rows) });
}

/** The times of a pairing by their days. */
export async function timesOf(player: Player, href: string): Promise<Record<string, string>> {
  const rows = await player.db
    .selectFrom('coaching_meeting as m')
    .innerJoin('pairing as p', (join) =>
      join.onRef('p.owner_id', '=', 'm.owner_id').onRef('p.id', '=', 'm.pairing_id'),
    )
    .select(['m.id', 'm.on_date as on'])
    .where('m.owner_id', '=', player.school.id)
    .where('p.owner_id', '=', player.school.id)
    .where('p.circle_id', '=', href.split('/').at(-1)!)
    .execute();
  return Object.fromEntries(rows.map(({ id, on }) => [on, id]));
}

/** Somebody says of these weeks that they met: for how long, whether about the learner's own lesson, whether they practised. */
export async function held(
  player: Player,
  href: string,
  { day }: Pick<TimesText, 'day'>,
  weeks: Readonly<
    Record<number, readonly [by: string, minutes: number, ...facts: ('own_lesson' | 'practised')[]]>
  >,
): Promise<void> {
  const times = await timesOf(player, href);
  // In the order of the days: names that are numbers below zero come as they were written.
  for (const [week, [by, minutes, ...facts]] of Object.entries(weeks)) {
    const on = dayOf(player, Number(week), day);
    player.at(on, '16:40');
    await player.does(by, `${href}/times/${times[on]}/held`, {
      held_minutes: minutes,
      ...Object.fromEntries(facts.map((fact) => [fact, 'yes'])),
    });
  }
}

/** A learner begins with a goal of their own; answers its address. */
export async function setGoal(player: Player, href: string, key: string, text: GoalText): Promise<string> {
  const { to } = await player.does(key, `${href}/goals/new`, { adjusts: '', ...text });
  return addressIn(to);
}

/** A step with what came of it: rehearsed on the day it is written, tried and looked at again on days of their own. */
export async function takeStep(player: Player, goal: string, key: string, text: StepText): Promise<void> {
  const { words, where, rehearsed, tried, revisited } = text;
  const step = addressIn((await player.does(key, `${goal}/steps/new`, { words, where, beyond: '' })).to);
  let version = 1;
  if (rehearsed) {
    const [seen, how] = rehearsed;
    await player.does(key, `${step}/rehearsed`, { seen, how, version: version++ });
  }
  if (tried) {
    const [on, pupils] = tried;
    player.at(on, '16:10');
    await player.does(key, `${step}/tried`, { tried_on: on, tried_words: pupils, version: version++ });
  }
  if (revisited) {
    const [on, how, said] = revisited;
    player.at(on, '16:30');
    await player.does(key, `${step}/revisited`, { how, words: said, version });
  }
}

export const named = (prefix: string, texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${prefix}${name}`, text]));
